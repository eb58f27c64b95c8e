import { callParams } from "../calls/call-params.ts";
import { CallEnded } from "../calls/line.ts";
import { readOptions } from "../options.ts";
import { note } from "../timeline/timeline.ts";
import { flag, httpMethod, wholeNumber, words } from "../twiml/attributes.ts";
import { resolveUrl } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";
import { postCallback } from "../webhooks/outbox.ts";
import { leapTo } from "./flow.ts";
import { type GatherSettings, type Heard, listen } from "./listen.ts";
import { playPrompts } from "./prompts.ts";
import type { Leap, VerbContext } from "./verb.ts";

/** `speechTimeout="auto"` ends at the first pause. */
const autoSpeechTimeoutSeconds = 1;
const speechSecondsMax = 60;

export async function gather(context: VerbContext, element: Element): Promise<Leap | null> {
	const settings = readSettings(element);
	const { line } = context;
	const heard: Heard = { digits: "", finishedOnKey: "", speech: "", confidence: null };
	try {
		await listen(context, settings, heard, {
			prompts: (bargeIn) => playPrompts(context, element, bargeIn),
			onSpeech: () => reportPartialResult(context, element, heard),
		});
	} catch (error) {
		if (error instanceof CallEnded) reportCutOff(context, element, heard);
		throw error;
	}
	if (heard.digits || heard.speech) {
		return leapTo(context, element, {
			address: element.attributes.action,
			params: resultParams(heard),
			kind: "gather",
		});
	}
	note(line.ctx, line.call.sid, { kind: "verb", text: "<Gather> ended without input" });
	if (!flag(element, "actionOnEmptyResult", false)) return null;
	return leapTo(context, element, {
		address: element.attributes.action,
		params: { Digits: "", ...resultParams(heard) },
		kind: "gather",
	});
}

function readSettings(element: Element): GatherSettings {
	const kinds = words(element, "input", "dtmf");
	const timeout = wholeNumber(element, "timeout", 5);
	const speechTimeout =
		element.attributes.speechTimeout === "auto"
			? autoSpeechTimeoutSeconds
			: wholeNumber(element, "speechTimeout", timeout, { min: 1, max: speechSecondsMax });
	return {
		hasDigits: kinds.includes("dtmf") || !kinds.includes("speech"),
		hasSpeech: kinds.includes("speech"),
		timeoutMilliseconds: timeout * 1000,
		speechTimeoutMilliseconds: speechTimeout * 1000,
		digitsMax: wholeNumber(element, "numDigits", Number.POSITIVE_INFINITY, { min: 1 }),
		finishOnKey: element.attributes.finishOnKey ?? "#",
	};
}

function resultParams(heard: Heard): Record<string, string> {
	if (heard.speech) {
		const result: Record<string, string> = { SpeechResult: heard.speech, msg: "Gather End" };
		if (heard.confidence !== null) result.Confidence = String(heard.confidence);
		return result;
	}
	return { Digits: heard.digits, FinishedOnKey: heard.finishedOnKey, msg: "Gather End" };
}

/** Twilio does not document whether the action is requested when the caller hangs up between two keys. */
function reportCutOff({ line, document }: VerbContext, element: Element, heard: Heard): void {
	const { ctx, call } = line;
	const address = element.attributes.action;
	const url = address ? resolveUrl(document, address) : null;
	if (!heard.digits || !url || line.isDropped || !readOptions(ctx.sql).gatherActionOnHangup) return;
	const params = { ...callParams(ctx, call), ...resultParams(heard) };
	postCallback(ctx, { aboutSid: call.sid, kind: "action", method: httpMethod(element), url, params });
}

function reportPartialResult({ line, document }: VerbContext, element: Element, heard: Heard): void {
	const address = element.attributes.partialResultCallback;
	const url = address ? resolveUrl(document, address) : null;
	if (!url) return;
	const params = {
		...callParams(line.ctx, line.call),
		UnstableSpeechResult: heard.speech,
		StableSpeechResult: "",
		Stability: "0.9",
		SequenceNumber: "0",
	};
	const method = httpMethod(element, "partialResultCallbackMethod");
	postCallback(line.ctx, { aboutSid: line.call.sid, kind: "partial", method, url, params });
}
