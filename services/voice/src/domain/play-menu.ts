import type { GatherStep, HangUpStep, SayStep } from "@cloudpbx/domain/call-step";
import { callPaths } from "./call-paths.ts";
import type { CallPlan, VoiceSettings } from "./call-plan.ts";
import { phrases } from "./phrases.ts";

/** The menu is heard this often at most in one call, whatever brought the caller back to it. */
export const menuAttemptsMax = 3;

/** `101`, `0` and `9` are all choices, so one Gather takes up to three keys. */
const choiceDigitsMax = 3;

/** Plays the menu for the `attempt`-th time (from 1), or takes leave when it was heard often enough. */
export function playMenu(settings: VoiceSettings, attempt: number, introduction?: string): CallPlan {
	if (attempt > menuAttemptsMax) return sayGoodbye(introduction);
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

function sayGoodbye(introduction?: string): CallPlan {
	const text = introduction ? `${introduction} ${phrases.goodbyeAfterMenu}` : phrases.goodbyeAfterMenu;
	const steps: (SayStep | HangUpStep)[] = [{ kind: "say", text }, { kind: "hangUp" }];
	return { steps, events: [{ step: "goodbye", kind: "goodbye_said", detail: {} }] };
}
