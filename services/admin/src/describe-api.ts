import type { OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import { publicRoute } from "./api.ts";
import { referenceStyle } from "./domain/system/reference-style.ts";
import { renderReference } from "./domain/system/render-reference.ts";
import type { ApiEnv } from "./env.ts";

type Document = ReturnType<OpenAPIHono<ApiEnv>["getOpenAPI31Document"]>;

const tags = ["System"];

export function describeApi(app: OpenAPIHono<ApiEnv>): void {
	let made: Document | null = null;
	const load = (): Document => {
		made ??= app.getOpenAPI31Document({ openapi: "3.1.0", info, tags: [], servers: [{ url: "/" }] });
		return made;
	};
	app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", { type: "http", scheme: "bearer" });
	app.openAPIRegistry.registerComponent("securitySchemes", "session", {
		type: "apiKey",
		in: "cookie",
		name: "cloudpbx.session_token",
		description: "Set by signing in; its name begins with `__Secure-` over HTTPS.",
	});
	app.openapi(
		publicRoute({
			method: "get",
			path: "/api/openapi.json",
			tags,
			summary: "This description, as OpenAPI 3.1",
			responses: {
				200: {
					description: "The document.",
					content: { "application/json": { schema: z.record(z.string(), z.unknown()) } },
				},
			},
		}),
		(c) => c.json({ ...load() }, 200, { "cache-control": "public, max-age=300" }),
	);
	app.openapi(
		publicRoute({
			method: "get",
			path: "/api/docs",
			tags,
			summary: "This description, for people",
			responses: { 200: { description: "A page.", content: { "text/html": { schema: z.string() } } } },
		}),
		(c) =>
			c.html(renderReference(load()), 200, {
				"content-security-policy":
					"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
				"cache-control": "public, max-age=300",
			}),
	);
	app.openapi(
		publicRoute({
			method: "get",
			path: "/api/docs/style.css",
			tags,
			summary: "How that page looks",
			responses: { 200: { description: "A stylesheet.", content: { "text/css": { schema: z.string() } } } },
		}),
		(c) =>
			c.body(referenceStyle, 200, {
				"content-type": "text/css; charset=utf-8",
				"cache-control": "public, max-age=300",
			}),
	);
}

const info = {
	title: "CloudPBX",
	version: "1",
	description:
		"Times are ISO 8601 in UTC, numbers E.164, durations in seconds. Lists answer `items` and `nextCursor` and take `limit` (200 at most) and `cursor`. Refusals are RFC 9457 problems. Send an API key as `Authorization: Bearer …`, or sign in and send the cookie.",
};
