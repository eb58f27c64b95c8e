import { readSignedWebhook } from "@cloudpbx/twilio/webhook-signature";
import { Hono } from "hono";

interface MinimalEnv {
	DB: D1Database;
	PUBLIC_URL: string;
	TWILIO_AUTH_TOKEN: string;
}

/** The minimum of a webhook: checks the signature, reads and writes a row in one round trip, answers TwiML. */
const http = new Hono<{ Bindings: MinimalEnv }>();

http.post("/minimal/inbound", async (c) => {
	const webhook = await readSignedWebhook(c.req.raw, {
		authToken: c.env.TWILIO_AUTH_TOKEN,
		publicUrl: c.env.PUBLIC_URL,
	});
	if (!webhook.ok) return c.text(webhook.answer, webhook.status);
	const { CallSid, MessageSid, From, To } = webhook.params;
	const [greetings] = await c.env.DB.batch<{ greeting: string }>([
		c.env.DB.prepare("SELECT greeting FROM greetings WHERE number = ?").bind(To ?? ""),
		c.env.DB.prepare("INSERT INTO happenings (id, from_number, to_number, at) VALUES (?, ?, ?, ?)").bind(
			CallSid ?? MessageSid ?? "",
			From ?? "",
			To ?? "",
			Date.now(),
		),
	]);
	const greeting = greetings?.results[0]?.greeting ?? "Hello.";
	const answer = CallSid ? `<Say>${greeting}</Say>` : "";
	return c.body(`<?xml version="1.0" encoding="UTF-8"?><Response>${answer}</Response>`, 200, {
		"content-type": "text/xml; charset=utf-8",
	});
});

export default http;
