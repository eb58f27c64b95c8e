import { type Call, progressEvents } from "../../calls/call.ts";
import { advanceStatus } from "../../calls/change-status.ts";
import type { Line } from "../../calls/line.ts";
import { openLine } from "../../calls/open-line.ts";
import { ringFarEnd } from "../../calls/phones/ring-far-end.ts";
import type { NetworkContext } from "../../context.ts";
import { findNumber, isE164 } from "../../numbers.ts";
import { noteWarning } from "../../timeline/timeline.ts";
import type { DocumentRequest, TwimlDocument } from "../../twiml/document.ts";
import { readMethod, readUrl } from "../form.ts";
import { RestError } from "../rest-error.ts";
import { inlineDocument, readInlineTwiml } from "./inline-document.ts";

const ringSecondsDefault = 60;
const ringSecondsMax = 600;
/** A short wait, as under an account's limit of calls per second. */
const queuedMilliseconds = 100;
/** Twilio's magic numbers of test credentials. */
const unreachable: Readonly<Record<string, readonly [code: number, message: string]>> = {
	"+15005550001": [21217, "Phone number does not appear to be valid"],
	"+15005550002": [21214, "'To' phone number cannot be reached"],
	"+15005550003": [21215, "Account not authorized to call this number"],
	"+15005550004": [21216, "Call blocked: the number is on the account's block list"],
};
const magicFrom = "+15005550006";

const unsimulated = [
	"Record",
	"MachineDetection",
	"AsyncAmd",
	"CallToken",
	"SendDigits",
	"ApplicationSid",
	"Trim",
];

export function placeCall(ctx: NetworkContext, form: URLSearchParams): Line {
	const to = form.get("To") ?? "";
	const from = form.get("From") ?? "";
	checkAddresses(ctx, to, from);
	const url = readUrl(form, "Url");
	const twiml = form.get("Twiml");
	if (!url && !twiml) throw new RestError(400, 21205, "Url parameter is required");
	if (twiml) readInlineTwiml(twiml);
	const fallbackUrl = readUrl(form, "FallbackUrl");
	const line = openLine(ctx, {
		from,
		to,
		direction: "outbound-api",
		status: "queued",
		numberSid: null,
		fallback: fallbackUrl ? { url: fallbackUrl, method: readMethod(form, "FallbackMethod") } : null,
		progress: readProgress(form),
	});
	line.isScreened = Boolean(url);
	for (const name of unsimulated) {
		if (form.get(name)) noteWarning(ctx, line.call.sid, null, `${name} is not simulated`);
	}
	const start = twiml
		? () => inlineDocument(line, twiml)
		: () => ({ url, method: readMethod(form, "Method"), params: {}, kind: "voice" });
	ctx.background(connect(line, readRingSeconds(form), start));
	return line;
}

async function connect(
	line: Line,
	ringSeconds: number,
	start: () => DocumentRequest | TwimlDocument,
): Promise<void> {
	await line.ctx.clock.sleep(queuedMilliseconds);
	advanceStatus(line, "initiated");
	await ringFarEnd(line, ringSeconds);
	if (line.isAnswered && !line.hasEnded) await line.ctx.runTwiml(line, start());
}

function checkAddresses(ctx: NetworkContext, to: string, from: string): void {
	if (!to) throw new RestError(400, 21201, "No 'To' number is specified");
	if (!from) throw new RestError(400, 21213, "'From' phone number is required");
	const magic = unreachable[to];
	if (magic) throw new RestError(400, ...magic);
	if (!isE164(to) && !/^(client|sip):/.test(to)) {
		throw new RestError(400, 21211, `The phone number you are attempting to call, ${to}, is not valid`);
	}
	if (!isE164(from) || from === "+15005550001") {
		throw new RestError(400, 21212, `The 'From' number ${from} is not a valid phone number`);
	}
	if (from !== magicFrom && !findNumber(ctx, from)) {
		throw new RestError(400, 21210, `The source phone number ${from} is not verified for your account`);
	}
}

function readProgress(form: URLSearchParams): Call["progress"] {
	const url = readUrl(form, "StatusCallback");
	if (!url) return null;
	const wanted = form.getAll("StatusCallbackEvent").flatMap((value) => value.split(" "));
	const events = wanted.length
		? progressEvents.filter((event) => wanted.includes(event))
		: (["completed"] as const);
	return { url, method: readMethod(form, "StatusCallbackMethod"), events: [...events], next: 0 };
}

function readRingSeconds(form: URLSearchParams): number {
	const seconds = Number(form.get("Timeout") || Number.NaN);
	return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, ringSecondsMax) : ringSecondsDefault;
}
