import type { ReceptionistAction, ReceptionistResult } from "@cloudpbx/contracts/calls";
import type { GatherStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { endOfRinging, notReached, type RingResult } from "./after-ringing.ts";
import { callPaths, type ReceptionistPlace } from "./call-paths.ts";
import type { CallEvent, CallInProgress, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { againKey, receptionistKey } from "./menu-keys.ts";
import { returnToMenu } from "./play-menu.ts";
import { announceExtension, offerVoicemail, turnOf } from "./reach-extension.ts";

/** So many silences in a row, and the menu's keys are the better way. */
const silencesMax = 2;

/** The longest choice of keys, an extension, works while the receptionist talks. */
const keysMax = 3;

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
}

/** What every answer of the receptionist needs to listen again. */
export interface ReceptionContext {
	settings: VoiceSettings;
	/** Names that speech recognition should expect. */
	hints: readonly string[];
	place: ReceptionistPlace;
}

/** The receptionist takes the call, coming from the menu. */
export function openReceptionist(
	settings: VoiceSettings,
	hints: readonly string[],
	attempt: number,
): CallPlan {
	const place = { attempt, turn: 1, silences: 0 };
	return {
		steps: [listen({ settings, hints, place }, phrases.receptionistGreeting(settings.companyName))],
		events: [{ step: `receptionist-${attempt}`, kind: "receptionist_reached", detail: {} }],
		receptionistResult: "reached",
	};
}

/** Nothing was said and nothing pressed. */
export function afterSilence({ settings, hints, place }: ReceptionContext): CallPlan {
	const silences = place.silences + 1;
	if (silences >= silencesMax) return comeTo("menu", returnToMenu(settings, place.attempt));
	const next = { ...place, silences };
	return comeTo("reached", {
		steps: [listen({ settings, hints, place: next }, phrases.receptionistDidNotHear)],
		events: [],
	});
}

/**
 * Keys keep working while the receptionist listens and talks. `extension` is the one that the keys name: who dials it is not
 * transferred by the receptionist.
 */
export function afterKeys(
	digits: string,
	extension: Extension | null,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { settings, place } = context;
	const detail = { digits, turn: place.turn };
	const pressed: CallEvent = { step: `keys${turnOf(place)}`, kind: "keys_pressed", detail };
	const remember = (result: ReceptionistResult, plan: CallPlan) =>
		comeTo(result, { ...plan, events: [pressed, ...plan.events] });
	if (digits === againKey || place.turn >= turnsMax) {
		return remember("menu", returnToMenu(settings, place.attempt));
	}
	if (extension) return remember("reached", announceExtension(extension, call, settings, nextTurn(place)));
	const words = digits === receptionistKey ? phrases.receptionistListens : phrases.extensionUnknown(digits);
	const again = listen({ ...context, place: { ...place, silences: 0 } }, words);
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
	const plan = carryOut(outcome, followUp, call, { ...context, place: nextTurn(place) });
	return { ...plan, events: [event, ...plan.events] };
}

function carryOut(
	{ action, extension, answer, language }: ReceptionOutcome,
	followUp: string,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { settings, place } = context;
	if (action === "transfer" && extension) {
		return comeTo("transferred", announceExtension(extension, call, settings, place));
	}
	if (action === "voicemail" && extension) {
		return comeTo("voicemail", offerVoicemail(extension, settings, place));
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
			steps: [{ kind: "say", text: answer ?? phrases.goodbye, language }, { kind: "hangUp" }],
			events: [{ step: "goodbye", kind: "goodbye_said", detail: {} }],
		});
	}
	return comeTo("menu", returnToMenu(settings, place.attempt, phrases.receptionistTrouble));
}

/** The extension did not answer: a message, or back to the receptionist, who still knows the caller. */
export function afterReceptionistRinging(
	extension: Extension,
	result: RingResult,
	{ settings, place }: ReceptionContext,
): CallPlan {
	const ended = endOfRinging(extension.ext, result, place);
	if (ended) return ended;
	return comeTo("reached", {
		steps: [
			{
				kind: "gather",
				prompt: phrases.stillUnavailable(extension.name),
				maxDigits: 1,
				waitSeconds: settings.keyWaitSeconds,
				nextPath: callPaths.receptionistUnanswered(extension.ext, place),
			},
		],
		events: [notReached(extension.ext, result, place)],
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
			? { steps: [listen(context, phrases.receptionistListens)], events: [] }
			: offerVoicemail(extension, context.settings, context.place);
	return comeTo("reached", plan);
}

function comeTo(receptionistResult: ReceptionistResult, plan: CallPlan): CallPlan {
	return { ...plan, receptionistResult };
}

function nextTurn(place: ReceptionistPlace): ReceptionistPlace {
	return { ...place, turn: place.turn + 1, silences: 0 };
}

function listen({ hints, place }: ReceptionContext, prompt: string, language?: string): GatherStep {
	return {
		kind: "gather",
		prompt,
		maxDigits: keysMax,
		waitSeconds: speechWaitSeconds,
		nextPath: callPaths.receptionist(place),
		speech: { hints },
		...(language && { language }),
	};
}
