import type { ReceptionistResult } from "@cloudpbx/contracts/calls/calls";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { callPaths } from "../call/call-paths.ts";
import { type CallEvent, type CallInProgress, type CallPlan, withEvent } from "../call/call-plan.ts";
import {
	againKey,
	awaitMoreKeys,
	backKey,
	isBeginningOfExtension,
	receptionistKey,
} from "../menu/menu-keys.ts";
import { returnToMenu } from "../menu/play-menu.ts";
import type { Extension } from "../office/office.ts";
import { announceExtension, turnOf } from "../ringing/reach-extension.ts";
import { listen, nextTurn, type ReceptionContext, withResult } from "./reception.ts";

/** The receptionist's own limit comes first; keys alone may go on as far as the path has digits. */
const turnsMax = 99;

export interface PressedKeys {
	digits: string;
	isSecondPart: boolean;
}

/** Keys keep working at the receptionist. `extension` is the one that the keys name. */
export function afterKeys(
	{ digits, isSecondPart }: PressedKeys,
	extension: Extension | null,
	call: CallInProgress,
	context: ReceptionContext,
): CallPlan {
	const { settings, place } = context;
	if (!isSecondPart && isBeginningOfExtension(digits)) {
		const next = callPaths.receptionistMoreKeys(place, digits);
		return withResult("reached", { steps: [awaitMoreKeys(digits, settings, next)], events: [] });
	}
	const detail = { digits, turn: place.turn };
	const pressed: CallEvent = { step: `keys${turnOf(place)}`, kind: "keys_pressed", detail };
	const remember = (result: ReceptionistResult, plan: CallPlan) =>
		withResult(result, withEvent(pressed, plan));
	if (digits === againKey || digits === backKey || place.turn >= turnsMax) {
		return remember("menu", returnToMenu(context, place.attempt));
	}
	if (extension) return remember("reached", announceExtension(extension, call, context, nextTurn(place)));
	const { language, words } = speakIn(place.language ?? "en");
	const answer = digits === receptionistKey ? words.receptionistListens : words.extensionUnknown(digits);
	const again = listen({ ...context, place: { ...place, silences: 0 } }, answer, language);
	return remember("reached", { steps: [again], events: [] });
}
