import type { CallEventDetail } from "@cloudpbx/contracts/calls/calls";
import type { CallStep, SayStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { type CallerMark, callPaths, type ReceptionistPlace } from "../call/call-paths.ts";
import type { CallInProgress, CallPlan } from "../call/call-plan.ts";
import { greetingPathOf } from "../greetings/greeting-file.ts";
import { offerOwnGreeting } from "../greetings/own-greeting.ts";
import type { Extension, Office } from "../office/office.ts";
import { nextChangeOf } from "../office/opening.ts";
import { isPhoneOf, planRinging, type RingTurn, type Silence } from "./plan-ringing.ts";

/**
 * Ringing is the only step: `answerOnBridge` keeps an unanswered caller free of charge only as the first verb of
 * the first document.
 * `place` is where the receptionist sent the caller from, and leads back there.
 */
export function reachExtension(
	extension: Extension,
	call: CallInProgress,
	office: Office,
	place?: ReceptionistPlace,
): CallPlan {
	if (isPhoneOf(extension, call.from)) return offerOwnGreeting(extension, office);
	const { turns, silence } = planRinging(extension, call, office);
	if (silence?.kind === "closed") return offerClosedVoicemail(extension, office, silence, place);
	if (silence) return offerVoicemail(extension, office, place, explainSilence(silence));
	return ringTurns({ extension, place }, turns, call, office);
}

export function ringTurns(
	{ extension, place }: { extension: Extension; place?: ReceptionistPlace },
	[turn = [], ...later]: readonly RingTurn[],
	call: CallInProgress,
	office: Office,
): CallPlan {
	const { ext } = extension;
	const member = later.length > 0 ? (turn[0]?.member.ext ?? null) : null;
	return {
		steps: [
			{
				kind: "ring",
				phones: turn.map((phone) => ({
					number: phone.number,
					...screenOf(extension, phone.member, call, place),
				})),
				// The carrier refuses a caller id that is no number; ours is always allowed.
				callerId: call.from ?? call.to,
				timeoutSeconds: extension.ringSeconds ?? office.settings.ringSeconds,
				nextPath: callPaths.ringResult(ext, member, place),
			},
		],
		events: [
			{
				step: `ring-${ext}${extension.ringing === "in_order" ? `-${turn[0]?.member.ext}` : ""}${turnOf(place)}`,
				kind: "extension_rang",
				detail: { extension: ext, ...(member !== null && { member }) },
			},
		],
		extension: ext,
	};
}

/** The call is answered already, so a word before the ringing costs nothing. */
export function announceExtension(
	extension: Extension,
	call: CallInProgress,
	office: Office,
	place?: ReceptionistPlace,
): CallPlan {
	const plan = reachExtension(extension, call, office, place);
	if (plan.steps[0]?.kind !== "ring") return plan;
	const { language, words } = speakIn(place?.language ?? "en");
	return {
		...plan,
		steps: [{ kind: "say", text: words.connecting(extension.name), language }, ...plan.steps],
	};
}

/** Telephones without a key report the pick-up as well, so that groups pass over persons in a call. */
function screenOf(
	extension: Extension,
	member: Extension,
	call: CallInProgress,
	place: ReceptionistPlace | undefined,
): { screenPath: string } {
	if (member.answerWith === "pickup") {
		return { screenPath: callPaths.pickedUp(extension.ext, member.ext) };
	}
	const label = { name: extension.name, wish: place?.wish ?? null };
	return { screenPath: callPaths.screen(extension.ext, member.ext, markCaller(call), label) };
}

export function markCaller({ from }: CallInProgress): CallerMark {
	return from === null ? "withheld" : "known";
}

/** The receptionist may send a caller to the same extension twice: each time is a step of its own. */
export function turnOf(place: ReceptionistPlace | undefined): string {
	return place ? `-turn-${place.attempt}-${place.turn}` : "";
}

/** Says when it opens again, unless the owner has a greeting of their own. */
function offerClosedVoicemail(
	extension: Extension,
	office: Office,
	silence: Silence,
	place?: ReceptionistPlace,
): CallPlan {
	const plan = offerVoicemail(extension, office, place, explainSilence(silence));
	const isEnglish = speakIn(place?.language ?? office.settings.voicemailLanguage).language === "en";
	if (!isEnglish || extension.greeting || extension.greetingAudio !== null) return plan;
	const opens = nextChangeOf(extension, office);
	const [first, ...rest] = plan.steps;
	if (opens === null || first?.kind !== "say") return plan;
	const text = `${phrases.opensAgain(opens)} ${first.text}`;
	return { ...plan, steps: [{ ...first, text }, ...rest] };
}

function explainSilence(silence: Silence): CallEventDetail {
	if (silence.kind === "forwarded") return { isForwarded: true };
	return silence.kind === "closed" ? { isClosed: true, because: silence.because } : {};
}

/** Speaks the receptionist's language, otherwise the owner's. A caller who hangs up during the greeting leaves nothing behind. */
export function offerVoicemail(
	extension: Pick<Extension, "ext" | "name" | "greeting" | "greetingAudio">,
	{ settings }: Pick<Office, "settings">,
	place?: ReceptionistPlace,
	because: CallEventDetail = {},
): CallPlan {
	const spoken = place?.language ?? settings.voicemailLanguage;
	const { language, words } = speakIn(spoken);
	const greeting: SayStep = {
		kind: "say",
		text: extension.greeting || words.leaveMessage(extension.name),
		language,
	};
	const { greetingAudio } = extension;
	const steps: CallStep[] = [
		greetingAudio === null
			? greeting
			: { kind: "play", path: greetingPathOf(greetingAudio), otherwise: greeting },
		{
			kind: "record",
			maxSeconds: settings.voicemailMaxSeconds,
			nextPath: callPaths.voicemailFinished(extension.ext, language),
			recordedPath: callPaths.voicemailRecorded(extension.ext),
			// The carrier understands American English only (twilio.com/docs/voice/twiml/record, transcribe).
			...(spoken === "en" && {
				transcribedPath: callPaths.voicemailTranscribed(extension.ext),
			}),
		},
	];
	return {
		steps,
		events: [
			{
				step: `voicemail-${extension.ext}${turnOf(place)}`,
				kind: "voicemail_offered",
				detail: { extension: extension.ext, ...because },
			},
		],
		extension: extension.ext,
	};
}
