import { type Context, Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { fetchFile, type MediaFile } from "../messages/fetch-file.ts";
import { textFromPhone } from "../messages/inbound/text-from-phone.ts";
import { listPhoneMessages } from "../messages/list-phone-messages.ts";
import { bodyCharactersMax, mediaMax } from "../messages/message.ts";
import { isE164 } from "../numbers.ts";
import { readRegistration, registrations, writeRegistration } from "../registry/registration.ts";
import { type Body, oneOf, readBody, text } from "./body.ts";
import { getNumber } from "./get-number.ts";
import { toMessageView, toWholeMessageView } from "./message-view.ts";
import { Problem } from "./problem.ts";
import { readAddress } from "./read-address.ts";

export function messageRoutes(ctx: NetworkContext): Hono {
	const viewSender = (number: string) => ({ number, registration: readRegistration(ctx, number) });
	return new Hono()
		.get("/phones/:address/messages", (context) => {
			const messages = listPhoneMessages(ctx, readAddress(context.req.param("address")));
			return context.json({ items: messages.map((message) => toMessageView(ctx, message)) });
		})
		.post("/messages", async (context) => {
			const body = await readBody(context);
			const sent = { from: readSender(body), to: readRecipient(body), body: readWords(body) };
			const files = await readFiles(body);
			return context.json({ sid: textFromPhone(ctx, sent, files).sid }, 201);
		})
		.get("/messages/:sid", (context) => {
			const sid = context.req.param("sid");
			const message = ctx.messages.find(sid);
			if (!message) throw new Problem(404, `there is no message ${sid}`);
			return context.json(toWholeMessageView(ctx, message));
		})
		.get("/senders/:number", (context) => context.json(viewSender(readNumber(context))))
		.put("/senders/:number", async (context) => {
			const number = readNumber(context);
			const registration = oneOf(await readBody(context), "registration", registrations);
			writeRegistration(ctx, getNumber(ctx, number), registration);
			return context.json(viewSender(number));
		});
}

function readNumber(context: Context): string {
	const number = readAddress(context.req.param("number") ?? "");
	if (!isE164(number)) throw new Problem(400, "a sender is a number in E.164");
	return number;
}

function readSender(body: Body): string {
	const from = text(body, "from");
	if (isE164(from) || /^\d{3,8}$/.test(from) || /^[\w +&-]{1,11}$/.test(from)) return from;
	throw new Problem(400, '"from" must be a number in E.164, a short code or a name of up to 11 characters');
}

function readRecipient(body: Body): string {
	const to = text(body, "to");
	if (!isE164(to)) throw new Problem(400, '"to" must be a number in E.164');
	if (to === body.from) throw new Problem(400, "a phone does not text itself");
	return to;
}

function readWords({ body }: Body): string {
	if (body === undefined) return "";
	if (typeof body !== "string") throw new Problem(400, '"body" must be a text');
	if (body.length > bodyCharactersMax) throw new Problem(400, '"body" may have 1600 characters at most');
	return body;
}

async function readFiles({ body, mediaUrls }: Body): Promise<MediaFile[]> {
	if (mediaUrls === undefined && body === undefined) throw new Problem(400, 'give "body" or "mediaUrls"');
	if (mediaUrls === undefined) return [];
	const isList = Array.isArray(mediaUrls) && mediaUrls.every((url) => typeof url === "string");
	if (!isList || mediaUrls.length > mediaMax)
		throw new Problem(400, '"mediaUrls" must be a list of up to 10 addresses');
	return await Promise.all(
		mediaUrls.map(async (url) => {
			const file = await fetchFile(url);
			if ("reason" in file) throw new Problem(400, file.reason);
			return file;
		}),
	);
}
