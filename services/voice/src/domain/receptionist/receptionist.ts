import type { ReceptionistAction, ReceptionistResult } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import type { GatherStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { callPaths, type ReceptionistPlace } from "../call/call-paths.ts";
import {
	type CallEvent,
	type CallInProgress,
	type CallPlan,
	sayAndHangUp,
	withEvent,
} from "../call/call-plan.ts";
import {
	againKey,
	awaitMoreKeys,
	backKey,
	choiceDigitsMax,
	isBeginningOfExtension,
	keyGapSeconds,
	receptionistKey,
} from "../menu/menu-keys.ts";
import { menuAttemptsMax, returnToMenu, sayGoodbye } from "../menu/play-menu.ts";
import type { Extension, Office } from "../office/office.ts";
import { nextChangeOf } from "../office/opening.ts";
import {
	endOfRinging,
	notReached,
	type RingResult,
	type Rung,
	ringNextMembers,
} from "../ringing/after-ringing.ts";
import { announceExtension, offerVoicemail, turnOf } from "../ringing/reach-extension.ts";

/** So many silences in a row, and the menu's keys are the better way; who has not used them either is bidden farewell. */
const silencesMax = 2;

/** The receptionist's own limit comes first; by keys alone a caller may go on, as far as its address has digits. */
const turnsMax = 99;

/** Longer than the menu's wait for keys: people think before they speak. */
const speechWaitSeconds = 5;

/** What the receptionist decided in one turn, as it is stored; told twice, a call goes the same way twice. */
export interface ReceptionOutcome {
	action: ReceptionistAction;
	extension: Extension | null;
	/** What the caller is told, in `language` (ISO 639-1). */
	answer: string | null;
	language: string;
	/** What danger the caller is in: told what to do and nothing else. */
	danger?: Danger | null;
	/** What the caller said. */
	words: string;
}

/** What a caller in danger is told, in `language` (ISO 639-1). */
export interface DangerAnswer {
	kind: Danger;
	answer: string;
	language: string;
}

/** What every answer of the receptionist needs to listen again. */
export interface ReceptionContext extends Office {
	place: ReceptionistPlace;
	/** The caller said so earlier in the call, and has not taken it back. */
	danger?: DangerAnswer | null;
}

/** The receptionist takes the call, coming from the menu. */
export function openReceptionist(office: Office, attempt: number, introduction?: string): CallPlan {
	const place = { attempt, turn: 1, silences: 0 };
	const greeting = phrases.receptionistGreeting(office.settings.companyName);
	const prompt = introduction ? `${introduction} ${greeting}` : greeting;
	return {
		steps: [listen({ ...office, place }, prompt)],
		events: [reached(attempt)],
		receptionistResult: "reached",
	};
}

/** The caller spoke to the menu, and the receptionist answers at once. */
export function reached(attempt: number): CallEvent {
	return { step: `receptionist-${attempt}`, kind: "receptionist_reached", detail: {} };
}

/** Nothing was said and nothing pressed. Whoever came here by silence has heard the menu often enough. */
export function afterSilence(context: ReceptionContext): CallPlan {
	const { place, danger } = context;
	const silences = place.silences + 1;
	if (danger) return afterSilenceInDanger(danger, { ...context, place: { ...place, silences } });
	if (silences < silencesMax)
		return comeTo("reached", {
			steps: [speak({ ...context, place: { ...place, silences } }, "receptionistDidNotHear")],
			events: [],
		});
	if (place.attempt < menuAttemptsMax) return comeTo("menu", returnToMenu(context, place.attempt));
	return comeTo("reached", sayGoodbye(undefined, place.language));
}

/** What to do is said once more; no menu follows it. */
function afterSilenceInDanger({ answer, language }: DangerAnswer, context: ReceptionContext): CallPlan {
	if (context.place.silences < silencesMax)
		return comeTo("informed", { steps: [listen(context, answer, language)], events: [] });
	return comeTo("informed", {
		steps: sayAndHangUp(answer, language),
		events: [],
	});
}

/** Keys that came while the receptionist listened; some of them perhaps before a long gap. */
export interface PressedKeys {
	digits: string;
	isSecondPart: boolean;
}

/**
 * Keys keep working while the receptionist listens and talks. `extension` is the one that the keys name: who dials it is not
 * transferred by the receptionist.
 */
export function afterKeys(
	{ digits, isSecondPart }: PressedKeys,
	extension: Extension | null,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { settings, place } = context;
	if (!isSecondPart && isBeginningOfExtension(digits)) {
		const next = callPaths.receptionistMoreKeys(place, digits);
		return comeTo("reached", { steps: [awaitMoreKeys(digits, settings, next)], events: [] });
	}
	const detail = { digits, turn: place.turn };
	const pressed: CallEvent = { step: `keys${turnOf(place)}`, kind: "keys_pressed", detail };
	const remember = (result: ReceptionistResult, plan: CallPlan) => comeTo(result, withEvent(pressed, plan));
	if (digits === againKey || digits === backKey || place.turn >= turnsMax) {
		return remember("menu", returnToMenu(context, place.attempt));
	}
	if (extension) return remember("reached", announceExtension(extension, call, context, nextTurn(place)));
	const { language, words } = speakIn(place.language ?? "en");
	const answer = digits === receptionistKey ? words.receptionistListens : words.extensionUnknown(digits);
	const again = listen({ ...context, place: { ...place, silences: 0 } }, answer, language);
	return remember("reached", { steps: [again], events: [] });
}

/** What the receptionist decided becomes what the caller experiences. `followUp` asks whether there is more. */
export function afterDecision(
	outcome: ReceptionOutcome,
	followUp: string,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { place } = context;
	const event: CallEvent = {
		step: `decision${turnOf(place)}`,
		kind: "receptionist_decided",
		detail: { turn: place.turn, action: outcome.action, extension: outcome.extension?.ext ?? null },
	};
	const wish = shortenWish(outcome.words);
	const next = {
		...context,
		place: { ...nextTurn(place), language: outcome.language, ...(wish && { wish }) },
	};
	if (outcome.danger && outcome.answer)
		return tellDanger(
			{ kind: outcome.danger, answer: outcome.answer, language: outcome.language },
			event,
			next,
		);
	const plan = carryOut(outcome, followUp, call, next);
	return withEvent(event, plan);
}

/** Afterwards the line listens on, without a question: a caller who cannot hang up is heard. */
function tellDanger(
	{ kind: danger, answer, language }: DangerAnswer,
	decided: CallEvent,
	context: ReceptionContext,
): CallPlan {
	const told: CallEvent = {
		...decided,
		step: `danger-${decided.step}`,
		kind: "danger_told",
		detail: { danger },
	};
	return comeTo("informed", {
		steps: [listen(context, answer, language)],
		events: [decided, told],
		outcome: "informed",
		danger,
	});
}

function carryOut(
	{ action, extension, answer, language }: ReceptionOutcome,
	followUp: string,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { place } = context;
	if (action === "transfer" && extension) {
		return comeTo("transferred", announceExtension(extension, call, context, place));
	}
	if (action === "voicemail" && extension) {
		return comeTo("voicemail", offerVoicemail(extension, context, place));
	}
	if (action === "info" && answer) {
		const steps = [listen(context, `${answer} ${followUp}`, language)];
		return comeTo("informed", { steps, events: [], outcome: "informed" });
	}
	if (action === "ask" && answer) {
		return comeTo("reached", { steps: [listen(context, answer, language)], events: [] });
	}
	if (action === "goodbye") {
		return comeTo("reached", {
			...sayGoodbye(undefined, language),
			...(answer && { steps: sayAndHangUp(answer, language) }),
		});
	}
	return comeTo("menu", returnToMenu(context, place.attempt, phrases.receptionistTrouble));
}

/**
 * Nobody took the call: the next members of a group that rings in order; then a message, or back to the receptionist, who still
 * knows the caller.
 */
export function afterReceptionistRinging(
	rung: Rung,
	result: RingResult,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { settings, place } = context;
	const { extension } = rung;
	const { language, words } = speakIn(place.language ?? "en");
	const ended = endOfRinging(extension.ext, result, place);
	if (ended) return ended;
	const unanswered = notReached({ ...rung, place }, result);
	const next = ringNextMembers({ ...rung, place }, call, context);
	if (next) return comeTo("transferred", withEvent(unanswered, next));
	const closes = language === "en" ? nextChangeOf(extension, context) : null;
	const unavailable = words.stillUnavailable(extension.name);
	return comeTo("reached", {
		steps: [
			{
				kind: "gather",
				prompt: closes === null ? unavailable : `${unavailable} ${phrases.callAgain(closes)}`,
				language,
				maxDigits: 1,
				waitSeconds: settings.keyWaitSeconds,
				nextPath: callPaths.receptionistUnanswered(extension.ext, place),
			},
		],
		events: [unanswered],
	});
}

/** `0` goes back to the receptionist; `1`, silence and anything else leave a message. */
export function afterUnansweredChoice(
	digits: string,
	extension: Extension,
	context: ReceptionContext,
): CallPlan {
	const plan =
		digits === receptionistKey
			? { steps: [speak(context, "receptionistListens")], events: [] }
			: offerVoicemail(extension, context, context.place);
	return comeTo("reached", plan);
}

function comeTo(receptionistResult: ReceptionistResult, plan: CallPlan): CallPlan {
	return { ...plan, receptionistResult };
}

function nextTurn(place: ReceptionistPlace): ReceptionistPlace {
	return { ...place, turn: place.turn + 1, silences: 0 };
}

/** Says a sentence of ours in the caller's language, and listens in it. */
function speak(
	context: ReceptionContext,
	sentence: "receptionistListens" | "receptionistDidNotHear",
): GatherStep {
	const { language, words } = speakIn(context.place.language ?? "en");
	return listen(context, words[sentence], language);
}

function listen({ hints, place }: ReceptionContext, prompt: string, language?: string): GatherStep {
	return {
		kind: "gather",
		prompt,
		maxDigits: choiceDigitsMax,
		waitSeconds: speechWaitSeconds,
		keyGapSeconds,
		nextPath: callPaths.receptionist(place),
		speech: { hints: hints() },
		...(language && { language }),
	};
}

/** Characters of a caller's wish that whoever picks up hears. */
const wishLengthMax = 80;

/** The first words of what a caller said, as whoever picks up hears them; empty for no words. */
export function shortenWish(words: string): string {
	const plain = words.replace(/\s+/g, " ").trim();
	const cut = plain.length <= wishLengthMax ? plain : plain.slice(0, wishLengthMax).replace(/\s\S*$/, "");
	return cut.replace(/[\s.,;:!?]+$/, "");
}
