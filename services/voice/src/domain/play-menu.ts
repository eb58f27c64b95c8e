import type { GatherStep, HangUpStep, SayStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "./call-paths.ts";
import type { CallPlan, VoiceSettings } from "./call-plan.ts";

/** The menu is heard this often in a row at most; coming back to it from the receptionist begins a new row. */
export const menuAttemptsMax = 3;

/** `101`, `0` and `9` are all choices, so one Gather takes up to three keys. */
const choiceDigitsMax = 3;

/** Plays the menu for the `attempt`-th time in the call, counting from 1. */
export function playMenu(settings: VoiceSettings, attempt: number, introduction?: string): CallPlan {
	const menu = phrases.menu(settings.companyName, settings.greeting);
	const gather: GatherStep = {
		kind: "gather",
		// Inside the Gather, so that keys pressed while it is said are not lost.
		prompt: introduction ? `${introduction} ${menu}` : menu,
		maxDigits: choiceDigitsMax,
		waitSeconds: settings.keyWaitSeconds,
		nextPath: callPaths.menuChoice(attempt),
	};
	return { steps: [gather], events: [{ step: `menu-${attempt}`, kind: "menu_played", detail: { attempt } }] };
}

/**
 * The menu once more after the `attempt`-th time, or a polite goodbye when it was heard often enough in a row. Either begins
 * with the introduction, a goodbye with its own if there is one.
 */
export function playMenuAgain(
	settings: VoiceSettings,
	attempt: number,
	introduction?: string,
	farewell = introduction,
): CallPlan {
	if (attempt % menuAttemptsMax === 0) return sayGoodbye(farewell);
	return playMenu(settings, attempt + 1, introduction);
}

/** The menu for a caller who comes from somewhere else, last having heard it as the `attempt`-th. */
export function returnToMenu(settings: VoiceSettings, attempt: number, introduction?: string): CallPlan {
	const next = Math.ceil(attempt / menuAttemptsMax) * menuAttemptsMax + 1;
	return playMenu(settings, next, introduction);
}

function sayGoodbye(introduction?: string): CallPlan {
	const text = introduction ? `${introduction} ${phrases.goodbye}` : phrases.goodbye;
	const steps: (SayStep | HangUpStep)[] = [{ kind: "say", text }, { kind: "hangUp" }];
	return { steps, events: [{ step: "goodbye", kind: "goodbye_said", detail: {} }] };
}
