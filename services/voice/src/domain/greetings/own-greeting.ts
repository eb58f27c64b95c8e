import { greetingLimits, greetingPinLimits } from "@cloudpbx/contracts/words/extension-limits";
import type { CallStep, GatherStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths, type GreetingTake } from "../call/call-paths.ts";
import { askKey, type CallEvent, type CallPlan, sayAndHangUp } from "../call/call-plan.ts";
import type { Extension, Office } from "../office/office.ts";
import { greetingPathOf } from "./greeting-file.ts";

/** Per call. The limit per hour is the extension's (`greeting-pins.ts`). */
const pinAttemptsMax = 3;
const takesMax = 5;
const decisionsMax = 3;
/** With the pauses about 15 seconds. */
const fetchesMax = 6;
const fetchPauseSeconds = 2;
const pinWaitSeconds = 10;
const pinGapSeconds = 4;

/** Every other key is voicemail, as for other callers. */
const recordKey = "*";
const keepKey = "1";
const againKey = "2";

export type PinState = "set" | "missing" | "locked";

export function offerOwnGreeting({ ext }: Extension, { settings }: Office): CallPlan {
	return {
		steps: [askKey(phrases.offerGreeting, settings.keyWaitSeconds, callPaths.ownGreeting(ext))],
		events: [{ step: `greeting-offered-${ext}`, kind: "greeting_offered", detail: { extension: ext } }],
		extension: ext,
	};
}

export function wantsToRecord(digits: string): boolean {
	return digits === recordKey;
}

export function askForPin(ext: string, pin: PinState): CallPlan {
	if (pin !== "set") return refusePin(ext, pin, 0);
	return { steps: [askPin(ext, 1, phrases.enterGreetingPin)], events: [], outcome: "informed" };
}

export function afterPin(
	ext: string,
	attempt: number,
	verdict: "right" | "wrong" | "missing" | "locked",
): CallPlan {
	if (verdict === "right") return record(ext, 1, phrases.recordGreeting);
	if (verdict !== "wrong") return refusePin(ext, verdict, attempt);
	const refused = refusal(ext, "wrong", attempt);
	if (attempt >= pinAttemptsMax) {
		return { ...say(`${phrases.greetingPinWrong} ${phrases.greetingUnchanged}`), events: [refused] };
	}
	const prompt = `${phrases.greetingPinWrong} ${phrases.enterGreetingPin}`;
	return { steps: [askPin(ext, attempt + 1, prompt)], events: [refused] };
}

export function afterEmptyTake(ext: string, take: number): CallPlan {
	if (take >= takesMax) return say(`${phrases.greetingNotHeard} ${phrases.greetingUnchanged}`);
	return record(ext, take + 1, `${phrases.greetingNotHeard} ${phrases.recordGreeting}`);
}

export function awaitTake(ext: string, take: GreetingTake): CallPlan {
	if (take.attempt >= fetchesMax) return cannotFetch();
	return {
		steps: [
			askKey(
				take.attempt === 1 ? phrases.oneMoment : "",
				fetchPauseSeconds,
				callPaths.greetingAwaited(ext, { ...take, attempt: take.attempt + 1 }),
			),
		],
		events: [],
	};
}

export function cannotFetch(): CallPlan {
	return say(phrases.greetingNotFetched);
}

export function playTake(ext: string, take: GreetingTake, audio: string): CallPlan {
	const otherwise = { kind: "say" as const, text: phrases.greetingNotPlayed };
	return {
		steps: [
			{ kind: "say", text: phrases.greetingRecorded },
			{ kind: "play", path: greetingPathOf(audio), otherwise },
			askDecision(ext, { ...take, attempt: 1 }),
		],
		events: [
			{ step: `greeting-recorded-${take.take}`, kind: "greeting_recorded", detail: { extension: ext } },
		],
	};
}

export type Decision = "keep" | "again" | "leave" | "ask";

/** Repeated silence leaves the greeting as it was. */
export function readDecision(digits: string, { take, attempt }: GreetingTake): Decision {
	if (digits === keepKey) return "keep";
	if (digits === againKey && take < takesMax) return "again";
	return digits === recordKey || attempt >= decisionsMax ? "leave" : "ask";
}

export function afterDecision(ext: string, take: GreetingTake, decision: Decision): CallPlan {
	switch (decision) {
		case "keep": {
			const kept: CallEvent = { step: "greeting-kept", kind: "greeting_kept", detail: { extension: ext } };
			return { ...say(phrases.greetingKept), events: [kept] };
		}
		case "again":
			return record(ext, take.take + 1, phrases.recordGreeting);
		case "leave":
			return say(phrases.greetingUnchanged);
		case "ask":
			return { steps: [askDecision(ext, { ...take, attempt: take.attempt + 1 })], events: [] };
	}
}

export function leaveGreeting(): CallPlan {
	return say(phrases.greetingUnchanged);
}

function refusePin(ext: string, reason: "missing" | "locked", attempt: number): CallPlan {
	const words = reason === "missing" ? phrases.greetingPinMissing : phrases.greetingPinLocked;
	return { ...say(words), events: [refusal(ext, reason, attempt)], outcome: "informed" };
}

/** The event never holds what was typed. */
function refusal(ext: string, reason: "wrong" | "missing" | "locked", attempt: number): CallEvent {
	return {
		step: `greeting-refused-${attempt}`,
		kind: "greeting_refused",
		detail: { extension: ext, reason },
	};
}

function askPin(ext: string, attempt: number, prompt: string): GatherStep {
	const gather = askKey(prompt, pinWaitSeconds, callPaths.greetingPin(ext, attempt));
	return { ...gather, maxDigits: greetingPinLimits.max, keyGapSeconds: pinGapSeconds };
}

function askDecision(ext: string, take: GreetingTake): GatherStep {
	return askKey(phrases.keepGreeting, pinWaitSeconds, callPaths.greetingDecided(ext, take));
}

function record(ext: string, take: number, words: string): CallPlan {
	const steps: CallStep[] = [
		{ kind: "say", text: words },
		{ kind: "record", maxSeconds: greetingLimits.seconds, nextPath: callPaths.greetingRecorded(ext, take) },
	];
	return { steps, events: [] };
}

function say(text: string): CallPlan {
	return { steps: sayAndHangUp(text), events: [] };
}
