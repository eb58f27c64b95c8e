import { type Context, Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { takeFault } from "../../faults.ts";
import { answerFault, brokenAnswer, delay } from "../fault-answer.ts";
import { answerRestError, ResourceNotFound, RestError } from "../rest-error.ts";
import { tellTime } from "../tell-time.ts";
import { alertRoutes } from "./alerts.ts";
import { messagingServiceRoutes } from "./messaging-services.ts";
import { registrationRoutes } from "./registrations.ts";

/**
 * Twilio's newer products, below /simulator/v1: at Twilio each has a host of its own (messaging, monitor), here all have the
 * API's base address. Their paths do not meet. What is not here is 20404, as at Twilio.
 */
export function productsApp(ctx: NetworkContext): Hono {
	const resources = new Hono()
		.onError((error) => {
			throw error;
		})
		.notFound(() => {
			throw new ResourceNotFound();
		})
		.route("/simulator/v1", messagingServiceRoutes(ctx))
		.route("/simulator/v1", registrationRoutes(ctx))
		.route("/simulator/v1", alertRoutes(ctx));
	return new Hono()
		.onError(answerRestError)
		.use(tellTime(ctx))
		.all("/*", (context) => serve(ctx, resources, context));
}

async function serve(ctx: NetworkContext, resources: Hono, context: Context): Promise<Response> {
	const path = new URL(context.req.url).pathname.replace(/^\/simulator/, "");
	if (!knownPath.test(path)) throw new ResourceNotFound();
	checkCredentials(ctx, context);
	const fault = takeFault(ctx, `rest:${context.req.method} ${path}`);
	if (fault?.dropBeforeAccept) return brokenAnswer();
	if (fault?.status !== undefined) {
		await delay(fault);
		return answerFault(fault, fault.status);
	}
	const answer = await askResource(resources, context);
	await delay(fault);
	return fault?.dropAfterAccept ? brokenAnswer() : answer;
}

/** A refusal becomes an answer here: a fault may still delay it. */
async function askResource(resources: Hono, context: Context): Promise<Response> {
	try {
		return await resources.fetch(context.req.raw);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return answerRestError(error, context);
	}
}

const knownPath = /^\/v1\/(Services|Tollfree|a2p|Alerts)(\/|$)/;

function checkCredentials({ account }: NetworkContext, context: Context): void {
	const known = `Basic ${btoa(`${account.sid}:${account.authToken}`)}`;
	if (context.req.header("authorization") === known) return;
	throw new RestError(401, 20003, "Authenticate");
}
