import type { DialPlan } from "../../calls/hangup-plan.ts";
import { findNumber } from "../../numbers.ts";
import { noteError } from "../../timeline/timeline.ts";
import { httpMethod, wholeNumber, words } from "../../twiml/attributes.ts";
import { resolveUrl } from "../../twiml/document.ts";
import type { Element } from "../../twiml/element.ts";
import { leapTo } from "../flow.ts";
import type { Leap, VerbContext } from "../verb.ts";
import { type DialTarget, legsMax, readTargets } from "./dial-targets.ts";

const talkSecondsMax = 14_400;

export function readPlan({ document }: VerbContext, element: Element): DialPlan {
	const { action, record = "do-not-record", recordingStatusCallback } = element.attributes;
	const url = action ? resolveUrl(document, action) : null;
	const callbackUrl = recordingStatusCallback ? resolveUrl(document, recordingStatusCallback) : null;
	const callback = {
		url: callbackUrl ?? "",
		method: httpMethod(element, "recordingStatusCallbackMethod"),
		events: words(element, "recordingStatusCallbackEvent", "completed"),
	};
	return {
		verb: "dial",
		action: url ? { url, method: httpMethod(element) } : null,
		legSid: null,
		bridgedClockMs: null,
		endsClockMs: null,
		isConference: false,
		extraParams: {},
		record: ["do-not-record", "false"].includes(record)
			? null
			: { channels: record.endsWith("-dual") ? 2 : 1, callback: callbackUrl ? callback : null },
	};
}

/** Sets the end of the conversation. Returns its maximum in seconds. */
export function limitTalk(plan: DialPlan, element: Element, nowClockMilliseconds: number): number {
	const seconds = wholeNumber(element, "timeLimit", talkSecondsMax, { min: 1 });
	plan.endsClockMs = nowClockMilliseconds + seconds * 1000;
	return seconds;
}

/** Addresses that cannot be dialled become errors in the timeline. */
export function readDialable({ line }: VerbContext, element: Element): DialTarget[] {
	const { ctx, call } = line;
	return readTargets(element)
		.slice(0, legsMax)
		.flatMap(({ address, written, noun }) => {
			if (address) return [{ address, noun }];
			noteError(ctx, call.sid, 13224, `"${written}" is no number that can be dialled`);
			return [];
		});
}

/** Null for a number that the account may not show. */
export function readCallerId({ line }: VerbContext, element: Element): string | null {
	const { ctx, call } = line;
	const wanted = element.attributes.callerId?.trim();
	if (!wanted || wanted === call.from || wanted === call.to) return wanted || call.from;
	if (wanted.startsWith("client:") || findNumber(ctx, wanted)) return wanted;
	noteError(ctx, call.sid, 13214, `callerId ${wanted} is neither the caller's nor a number of the account`);
	return null;
}

/** With an action the verbs after Dial do not run. */
export function afterDial(
	context: VerbContext,
	element: Element,
	params: Record<string, string>,
): Leap | null {
	const { action } = element.attributes;
	return action ? leapTo(context, element, { address: action, params, kind: "dial" }) : null;
}
