import { phrases } from "@cloudpbx/domain/phrases";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { callPaths } from "../call/call-paths.ts";
import { askKey, type CallInProgress, type CallPlan, withEvent } from "../call/call-plan.ts";
import { receptionistKey } from "../menu/menu-keys.ts";
import type { Extension } from "../office/office.ts";
import { nextChangeOf } from "../office/opening.ts";
import {
	endOfRinging,
	notReached,
	type RingResult,
	type Rung,
	ringNextMembers,
} from "../ringing/after-ringing.ts";
import { offerVoicemail } from "../ringing/reach-extension.ts";
import { type ReceptionContext, speak, withResult } from "./reception.ts";

/** Rings the next members of a group in order; then the caller chooses between a message and the receptionist. */
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
	if (next) return withResult("transferred", withEvent(unanswered, next));
	const closes = language === "en" ? nextChangeOf(extension, context) : null;
	const unavailable = words.stillUnavailable(extension.name);
	const prompt = closes === null ? unavailable : `${unavailable} ${phrases.callAgain(closes)}`;
	return withResult("reached", {
		steps: [
			{
				...askKey(prompt, settings.keyWaitSeconds, callPaths.receptionistUnanswered(extension.ext, place)),
				language,
			},
		],
		events: [unanswered],
	});
}

/** `0` goes back to the receptionist; everything else leaves a message. */
export function afterUnansweredChoice(
	digits: string,
	extension: Extension,
	context: ReceptionContext,
): CallPlan {
	const plan =
		digits === receptionistKey
			? { steps: [speak(context, "receptionistListens")], events: [] }
			: offerVoicemail(extension, context, context.place);
	return withResult("reached", plan);
}
