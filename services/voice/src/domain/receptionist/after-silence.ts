import { type CallPlan, sayAndHangUp } from "../call/call-plan.ts";
import { menuAttemptsMax, returnToMenu, sayGoodbye } from "../menu/play-menu.ts";
import { type DangerAnswer, listen, type ReceptionContext, speak, withResult } from "./reception.ts";

/** Maximum silences in a row. Then the caller hears the menu, or goodbye after the whole row of menus. */
const silencesMax = 2;

export function afterSilence(context: ReceptionContext): CallPlan {
	const { place, danger } = context;
	const silences = place.silences + 1;
	if (danger) return afterSilenceInDanger(danger, { ...context, place: { ...place, silences } });
	if (silences < silencesMax)
		return withResult("reached", {
			steps: [speak({ ...context, place: { ...place, silences } }, "receptionistDidNotHear")],
			events: [],
		});
	if (place.attempt < menuAttemptsMax) return withResult("menu", returnToMenu(context, place.attempt));
	return withResult("reached", sayGoodbye(undefined, place.language));
}

/** Repeats what to do; no menu follows it. */
function afterSilenceInDanger({ answer, language }: DangerAnswer, context: ReceptionContext): CallPlan {
	if (context.place.silences < silencesMax)
		return withResult("informed", { steps: [listen(context, answer, language)], events: [] });
	return withResult("informed", {
		steps: sayAndHangUp(answer, language),
		events: [],
	});
}
