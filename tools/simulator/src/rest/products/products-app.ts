import { type Context, Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { mountResources, serveResource } from "../resources.ts";
import { answerRestError, ResourceNotFound, RestError } from "../rest-error.ts";
import { setDateHeader } from "../set-date-header.ts";
import { alertRoutes } from "./alerts.ts";
import { messagingServiceRoutes } from "./messaging-services.ts";
import { registrationRoutes } from "./registrations.ts";

/** Twilio's newer products, which have hosts of their own there. What is not simulated is 20404, as at Twilio. */
export function productsApp(ctx: NetworkContext): Hono {
	const resources = mountResources(ctx, "/simulator/v1", [
		messagingServiceRoutes,
		registrationRoutes,
		alertRoutes,
	]);
	return new Hono()
		.onError(answerRestError)
		.use(setDateHeader(ctx))
		.all("/*", (context) => serve(ctx, context, resources));
}

async function serve(ctx: NetworkContext, context: Context, resources: Hono): Promise<Response> {
	const path = new URL(context.req.url).pathname.replace(/^\/simulator/, "");
	if (!knownPath.test(path)) throw new ResourceNotFound();
	checkCredentials(ctx, context);
	return await serveResource(ctx, context, resources, { path, request: context.req.raw });
}

const knownPath = /^\/v1\/(Services|Tollfree|a2p|Alerts)(\/|$)/;

function checkCredentials({ account }: NetworkContext, context: Context): void {
	const known = `Basic ${btoa(`${account.sid}:${account.authToken}`)}`;
	if (context.req.header("authorization") === known) return;
	throw new RestError(401, 20003, "Authenticate");
}
