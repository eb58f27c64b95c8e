import type { NetworkContext } from "../../context.ts";
import { countSegments } from "../../messages/count-segments.ts";
import { bodyCharactersMax, type Message, mediaMax } from "../../messages/message.ts";
import { validitySecondsMax } from "../../messages/new-message.ts";
import { getSenderQueue } from "../../messages/sending/sender-queue.ts";
import { submitFailure, submitMessage } from "../../messages/sending/submit-message.ts";
import { readOptions } from "../../options.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import { readUrl } from "../form.ts";
import { RestError } from "../rest-error.ts";
import { checkAddresses } from "./check-addresses.ts";

const unsimulated = ["ApplicationSid", "SmartEncoded", "ShortenUrls", "PersistentAction", "SendAsMms"];

export function createMessage(ctx: NetworkContext, form: URLSearchParams): Message {
	checkServices(form);
	const body = form.get("Body") ?? "";
	const mediaUrls = form.getAll("MediaUrl").filter(Boolean);
	const { from, to } = checkAddresses(ctx, form);
	checkContent(body, mediaUrls);
	const statusUrl = readUrl(form, "StatusCallback", 21609);
	const text = {
		from,
		to,
		body,
		mediaUrls,
		direction: "outbound-api" as const,
		statusCallback: statusUrl ? { url: statusUrl, method: "POST" as const } : null,
		validitySeconds: readValidity(form),
	};
	const message = isOverflowing(ctx, from, body) ? submitFailure(ctx, text, 30001) : submitMessage(ctx, text);
	for (const name of unsimulated) {
		if (form.get(name)) noteWarning(ctx, message.sid, null, `${name} is not simulated`);
	}
	return message;
}

function checkServices(form: URLSearchParams): void {
	if (form.get("SendAt") || form.get("ScheduleType")) {
		if (!form.get("MessagingServiceSid"))
			throw new RestError(400, 35118, "MessagingServiceSid is required to schedule a message");
	}
	if (form.get("MessagingServiceSid")) {
		throw new RestError(400, 21701, "Sending through a Messaging Service is not simulated: give From");
	}
	if (form.get("ContentSid"))
		throw new RestError(400, 21655, "The ContentSid is Invalid (none are simulated)");
}

function checkContent(body: string, mediaUrls: readonly string[]): void {
	if (!body && mediaUrls.length === 0) throw new RestError(400, 21602, "Message body is required.");
	if (body.length > bodyCharactersMax) {
		throw new RestError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
	}
	if (mediaUrls.length > mediaMax)
		throw new RestError(400, 21623, "Number of media files exceeds allowed limit");
	for (const url of mediaUrls) {
		if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
			throw new RestError(400, 21620, `Invalid media URL(s): ${url}`);
	}
}

function readValidity(form: URLSearchParams): number {
	const written = form.get("ValidityPeriod");
	if (!written) return validitySecondsMax;
	const seconds = Number(written);
	if (Number.isInteger(seconds) && seconds >= 1 && seconds <= validitySecondsMax) return seconds;
	throw new RestError(400, 21625, `ValidityPeriod must be between 1 and 36000: ${written}`);
}

/** True when the queue is full and the option lets the text fail later. */
function isOverflowing(ctx: NetworkContext, from: string, body: string): boolean {
	if (!getSenderQueue(ctx, from).isFull(countSegments(body).segments)) return false;
	if (readOptions(ctx.sql).queueOverflow === "30001") return true;
	throw new RestError(
		400,
		21611,
		`The 'From' number ${from} has exceeded the maximum number of queued messages`,
	);
}
