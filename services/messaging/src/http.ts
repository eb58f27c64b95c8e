import { describeError, type LogFields, log } from "@cloudpbx/kit/log";
import { receiveWebhooks } from "@cloudpbx/kit/receive-webhooks";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import {
	findRepeatedName,
	InboundTextWebhook,
	MessageStatusWebhook,
	readCarrierId,
	withAllBodies,
} from "@cloudpbx/twilio/message-webhooks";
import { renderMessageReply } from "@cloudpbx/twilio/render-message-reply";
import { readSignedWebhook } from "@cloudpbx/twilio/webhook-signature";
import type { Context } from "hono";
import { type RequestIdVariables, requestId } from "hono/request-id";
import { Hono } from "hono/tiny";
import { createContext } from "./context.ts";
import { receiveStatus } from "./delivery/receive-status.ts";
import { receiveText } from "./receiving/receive-text.ts";

type Door = {
	Bindings: MessagingEnv;
	Variables: RequestIdVariables & { params: Record<string, string>; values: Map<string, string[]> };
};

function namesOf(c: Context<Door>): LogFields {
	const carrierId = readCarrierId(c.get("params"));
	return { requestId: c.get("requestId"), path: c.req.path, ...(carrierId && { carrierId }) };
}

/** Twilio's webhooks. Every route checks the signature, and none answers 5xx. */
export const http = new Hono<Door>({ strict: false });

http.use(requestId());
http.use(
	receiveWebhooks<Context<Door>>(async (c) => {
		const { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl } = c.env;
		const webhook = await readSignedWebhook(c.req.raw, { authToken, publicUrl });
		if (webhook.ok) {
			c.set("params", webhook.params);
			c.set("values", webhook.values);
		}
		return webhook;
	}, namesOf),
);

const methods = ["GET", "POST"];

http.on(methods, "/sms/inbound", async (c) => {
	const ctx = createContext(c.env, c.executionCtx);
	const values = c.get("values");
	const repeated = findRepeatedName(values);
	if (repeated !== null) {
		log.warn("webhook_refused", { ...namesOf(c), reason: `two values of ${repeated}` });
		return c.text(`${repeated} has two values.`, 400);
	}
	const params = withAllBodies(c.get("params"), values);
	const text = InboundTextWebhook.parse(params);
	const receivedAt = ctx.now();
	try {
		await receiveText(ctx, text, receivedAt);
	} catch (error) {
		// The carrier does not repeat the webhook, so a text that the database cannot store waits in the queue.
		log.error("text_not_stored", { carrierId: text.carrierId, reason: describeError(error) });
		await ctx.jobQueue.send(
			{ task: "receive", params, receivedAt: receivedAt.getTime() },
			{ delaySeconds: retryDelaySeconds(1, ctx.retryBaseSeconds) },
		);
	}
	return twiml(c);
});

http.on(methods, "/sms/status", async (c) => {
	const news = MessageStatusWebhook.parse(c.get("params"));
	await receiveStatus(createContext(c.env, c.executionCtx), null, news);
	return c.body(null, 204);
});

/** The callback address of our texts. Its id identifies a text whose acceptance was lost. */
http.on(methods, "/sms/status/:id{[0-9a-f]{16,64}}", async (c) => {
	const news = MessageStatusWebhook.parse(c.get("params"));
	await receiveStatus(createContext(c.env, c.executionCtx), `msg_${c.req.param("id")}`, news);
	return c.body(null, 204);
});

/** For installers and monitors: proves address and signature, changes nothing. */
http.on(methods, "/sms/self-test", (c) => twiml(c));

http.notFound((c) => c.text("There is no such webhook.", 404));

/** Never 5xx: the carrier does not repeat the webhook. The sweep finds a lost text in the carrier's list. */
http.onError((error, c) => {
	log.error("webhook_failed", { ...namesOf(c), reason: describeError(error) });
	return /^\/sms\/inbound\/?$/.test(c.req.path) ? twiml(c) : c.body(null, 204);
});

function twiml(c: Context): Response {
	return c.body(renderMessageReply(), 200, { "content-type": "text/xml; charset=utf-8" });
}
