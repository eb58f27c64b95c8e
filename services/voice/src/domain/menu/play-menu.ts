import type { GatherStep } from "@cloudpbx/domain/call-step";
import { phrases } from "@cloudpbx/domain/phrases";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { callPaths } from "../call/call-paths.ts";
import { type CallPlan, sayAndHangUp } from "../call/call-plan.ts";
import { playGreeting } from "../greetings/greeting-file.ts";
import type { Office } from "../office/office.ts";
import { choiceDigitsMax, keyGapSeconds } from "./menu-keys.ts";

/** Maximum menus in a row; coming back from the receptionist begins a new row. */
export const menuAttemptsMax = 3;

/** Maximum rows: ends the call of a telephone that lies on its keys. */
const rowsMax = 5;

/** `attempt` counts the menus of the call, from 1. */
export function playMenu(office: Office, attempt: number, introduction?: string): CallPlan {
	const offers = { ...office.settings, hasExtensions: hasExtensions(office) };
	const { main } = office.recordings;
	const gather =
		main === null
			? askForChoice(office, attempt, join(introduction, phrases.menu(offers)))
			: {
					...askForChoice(office, attempt, phrases.menuChoices(offers)),
					before: [
						...(introduction ? [{ kind: "say" as const, text: introduction }] : []),
						playGreeting(main, phrases.menuWelcome(offers)),
					],
				};
	return { steps: [gather], events: [{ step: `menu-${attempt}`, kind: "menu_played", detail: { attempt } }] };
}

/** Null when the caller heard the menu often enough in a row. */
export function playMenuAgain(office: Office, attempt: number, introduction?: string): CallPlan | null {
	return attempt % menuAttemptsMax === 0 ? null : playMenu(office, attempt + 1, introduction);
}

export function returnToMenu(office: Office, attempt: number, introduction?: string): CallPlan {
	const row = Math.ceil(attempt / menuAttemptsMax);
	if (row >= rowsMax) return sayGoodbye(introduction);
	return playMenu(office, row * menuAttemptsMax + 1, introduction);
}

export function offerExtensionOrMessage(office: Office, attempt: number): CallPlan {
	const last = Math.ceil(attempt / menuAttemptsMax) * menuAttemptsMax;
	return {
		steps: [askForChoice(office, last, phrases.extensionOrMessage(hasExtensions(office)))],
		events: [],
	};
}

export function sayGoodbye(introduction?: string, spoken = "en"): CallPlan {
	const { language, words } = speakIn(spoken);
	const text = introduction ? `${introduction} ${words.goodbye}` : words.goodbye;
	return {
		steps: sayAndHangUp(text, language),
		events: [{ step: "goodbye", kind: "goodbye_said", detail: {} }],
	};
}

function join(introduction: string | undefined, words: string): string {
	return introduction ? `${introduction} ${words}` : words;
}

function askForChoice({ settings, hints }: Office, attempt: number, prompt: string): GatherStep {
	return {
		kind: "gather",
		// Inside the Gather, so that keys pressed while it is said are not lost.
		prompt,
		maxDigits: choiceDigitsMax,
		waitSeconds: settings.keyWaitSeconds,
		keyGapSeconds,
		nextPath: callPaths.menuChoice(attempt),
		...(settings.isAssistantOn && { speech: { hints: hints() } }),
	};
}

function hasExtensions({ extensions }: Office): boolean {
	return extensions.length > 0;
}
