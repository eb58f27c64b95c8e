import type { PlayStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "../call/call-paths.ts";
import { type CallEvent, type CallInProgress, type CallPlan, withEvent } from "../call/call-plan.ts";
import { playGreeting } from "../greetings/greeting-file.ts";
import type { Office } from "../office/office.ts";
import { openReceptionist } from "../receptionist/open-receptionist.ts";
import type { RingResult } from "../ringing/after-ringing.ts";
import { offerVoicemail } from "../ringing/reach-extension.ts";
import { ringCompanyPhone } from "../ringing/ring-company-phone.ts";
import { takeCompanyMessage } from "../voicemail/take-company-message.ts";
import { playMenu } from "./play-menu.ts";

export function answerMainLine(call: CallInProgress, office: Office): CallPlan {
	const { opening } = office;
	if (opening.isOpen) return playMenu(office, 1, opening.greeting ?? undefined);
	const event: CallEvent = { step: "closed", kind: "closed_told", detail: { because: opening.because } };
	const words = opening.greeting ?? phrases.closed;
	const { closed } = office.recordings;
	// An exception's or an override's own words say more than the recording for every day.
	const isUsual = opening.greeting === (office.hours.closed.greeting || null);
	const plan =
		closed !== null && isUsual
			? beginWith(playGreeting(closed, words), serveClosed(undefined, call, office))
			: serveClosed(words, call, office);
	return withEvent(event, plan);
}

/** Plays inside the first Gather, so that keys count meanwhile. */
function beginWith(play: PlayStep, plan: CallPlan): CallPlan {
	const [first, ...rest] = plan.steps;
	if (first?.kind !== "gather") return { ...plan, steps: [play, ...plan.steps] };
	return { ...plan, steps: [{ ...first, before: [play, ...(first.before ?? [])] }, ...rest] };
}

/** `words` undefined: the caller hears a recording instead. */
function serveClosed(words: string | undefined, call: CallInProgress, office: Office): CallPlan {
	const { then, extension, number } = office.hours.closed;
	switch (then) {
		case "menu":
			return playMenu(office, 1, words);
		case "receptionist":
			return office.settings.isAssistantOn ? openReceptionist(office, 1, words) : playMenu(office, 1, words);
		case "voicemail": {
			const box = office.extensions.find(({ id }) => id === extension);
			// The extension was deactivated since.
			if (!box) return playMenu(office, 1, words);
			const plan = offerVoicemail(box, office);
			return words === undefined ? plan : { ...plan, steps: [{ kind: "say", text: words }, ...plan.steps] };
		}
		case "number":
			// A call that this telephone sent on to us would only come back.
			if (!number || number === call.forwardedFrom) return takeCompanyMessage(office, words);
			return ringClosedNumber(words, number, call, office);
	}
}

function ringClosedNumber(
	words: string | undefined,
	number: string,
	call: CallInProgress,
	{ settings }: Office,
): CallPlan {
	return {
		steps: [
			...(words === undefined ? [] : [{ kind: "say" as const, text: words }]),
			ringCompanyPhone(number, call, {
				timeoutSeconds: settings.ringSeconds,
				nextPath: callPaths.closedNumberResult,
			}),
		],
		events: [{ step: "ring-closed-number", kind: "closed_number_rang", detail: {} }],
	};
}

export function afterClosedNumber(result: RingResult, office: Office): CallPlan {
	if (result.isBridged) {
		return {
			steps: [{ kind: "hangUp" }],
			events: [
				{
					step: "closed-number-answered",
					kind: "closed_number_answered",
					detail: { talkSeconds: result.talkSeconds },
				},
			],
			outcome: "answered",
			talkSeconds: result.talkSeconds,
		};
	}
	if (!result.isCallerPresent)
		return { steps: [], events: [{ step: "gave-up", kind: "caller_gave_up", detail: { extension: null } }] };
	return takeCompanyMessage(office);
}
