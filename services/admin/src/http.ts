import { describeError, log } from "@cloudpbx/kit/log";
import { problem } from "@cloudpbx/kit/problem";
import { Hono } from "hono";
import { type RequestIdVariables, requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { Bindings } from "./env.ts";
import { checkMesh } from "./operations/check-mesh.ts";

/** The JSON API. Everything else on this host is the dashboard, served as static assets without running this code. */
export const http = new Hono<{ Bindings: Bindings; Variables: RequestIdVariables }>();

http.use(requestId());
http.use(secureHeaders());

/** Answers without a sign-in. 503 until every Worker of the mesh can work. */
http.get("/api/health", async (c) => {
	const mesh = await checkMesh(c.env);
	return c.json({ ...mesh, phonesUrl: c.env.PHONES_URL || null }, mesh.isReady ? 200 : 503);
});

http.notFound((c) =>
	problem({ code: "not_found", message: "There is no such address in this API." }, c.get("requestId")),
);

http.onError((error, c) => {
	log.error("request_failed", {
		requestId: c.get("requestId"),
		path: c.req.path,
		reason: describeError(error),
	});
	return problem({ code: "internal", message: "Something went wrong on our side." }, c.get("requestId"));
});
