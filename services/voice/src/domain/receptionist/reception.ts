import type { ReceptionistResult } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import type { GatherStep } from "@cloudpbx/domain/call-step";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { callPaths, type ReceptionistPlace } from "../call/call-paths.ts";
import type { CallPlan } from "../call/call-plan.ts";
import { choiceDigitsMax, keyGapSeconds } from "../menu/menu-keys.ts";
import type { Office } from "../office/office.ts";

/** Longer than the menu's wait for keys: people think before they speak. */
const speechWaitSeconds = 5;

export interface DangerAnswer {
	kind: Danger;
	answer: string;
	language: string;
}

export interface ReceptionContext extends Office {
	place: ReceptionistPlace;
	/** The caller spoke of danger earlier in the call, and has not taken it back. */
	danger?: DangerAnswer | null;
}

export function withResult(receptionistResult: ReceptionistResult, plan: CallPlan): CallPlan {
	return { ...plan, receptionistResult };
}

export function nextTurn(place: ReceptionistPlace): ReceptionistPlace {
	return { ...place, turn: place.turn + 1, silences: 0 };
}

export function speak(
	context: ReceptionContext,
	sentence: "receptionistListens" | "receptionistDidNotHear",
): GatherStep {
	const { language, words } = speakIn(context.place.language ?? "en");
	return listen(context, words[sentence], language);
}

export function listen({ hints, place }: ReceptionContext, prompt: string, language?: string): GatherStep {
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
