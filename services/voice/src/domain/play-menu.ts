import type { GatherStep, HangUpStep, SayStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { callPaths } from "./call-paths.ts";
import type { CallPlan, VoiceSettings } from "./call-plan.ts";
import { choiceDigitsMax, keyGapSeconds } from "./menu-keys.ts";

/** The menu is heard this often in a row at most; coming back to it from the receptionist begins a new row. */
export const menuAttemptsMax = 3;

/** So many rows, and a telephone that lies on the keys has had its chances. */
const rowsMax = 5;

/** What the menu is made of. */
export interface MenuContext {
	settings: VoiceSettings;
	/** Names that speech recognition should expect. */
	hints: readonly string[];
	/** Somebody can be reached by three keys. */
	hasExtensions: boolean;
}

/** Plays the menu for the `attempt`-th time in the call, counting from 1. */
export function playMenu(context: MenuContext, attempt: number, introduction?: string): CallPlan {
	const menu = phrases.menu({ ...context.settings, hasExtensions: context.hasExtensions });
	const gather = askForChoice(context, attempt, introduction ? `${introduction} ${menu}` : menu);
	return { steps: [gather], events: [{ step: `menu-${attempt}`, kind: "menu_played", detail: { attempt } }] };
}

/** The menu once more after the `attempt`-th time; null when it was heard often enough in a row. */
export function playMenuAgain(context: MenuContext, attempt: number, introduction?: string): CallPlan | null {
	return attempt % menuAttemptsMax === 0 ? null : playMenu(context, attempt + 1, introduction);
}

/** The menu for a caller who comes from somewhere else, last having heard it as the `attempt`-th. */
export function returnToMenu(context: MenuContext, attempt: number, introduction?: string): CallPlan {
	const row = Math.ceil(attempt / menuAttemptsMax);
	if (row >= rowsMax) return sayGoodbye(introduction);
	return playMenu(context, row * menuAttemptsMax + 1, introduction);
}

/** There is no receptionist: once more an extension, and who does not choose one leaves a message. */
export function offerExtensionOrMessage(context: MenuContext, attempt: number): CallPlan {
	const last = Math.ceil(attempt / menuAttemptsMax) * menuAttemptsMax;
	return {
		steps: [askForChoice(context, last, phrases.extensionOrMessage(context.hasExtensions))],
		events: [],
	};
}

export function sayGoodbye(introduction?: string, spoken = "en"): CallPlan {
	const { language, words } = speakIn(spoken);
	const text = introduction ? `${introduction} ${words.goodbye}` : words.goodbye;
	const steps: (SayStep | HangUpStep)[] = [{ kind: "say", text, language }, { kind: "hangUp" }];
	return { steps, events: [{ step: "goodbye", kind: "goodbye_said", detail: {} }] };
}

function askForChoice({ settings, hints }: MenuContext, attempt: number, prompt: string): GatherStep {
	return {
		kind: "gather",
		// Inside the Gather, so that keys pressed while it is said are not lost.
		prompt,
		maxDigits: choiceDigitsMax,
		waitSeconds: settings.keyWaitSeconds,
		keyGapSeconds,
		nextPath: callPaths.menuChoice(attempt),
		...(settings.isAssistantOn && { speech: { hints } }),
	};
}
