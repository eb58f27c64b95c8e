import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "./call-paths.ts";
import type { CallEvent, CallInProgress, CallPlan, Extension } from "./call-plan.ts";
import { againKey, awaitMoreKeys, backKey, isBeginningOfExtension, receptionistKey } from "./menu-keys.ts";
import {
	type MenuContext,
	menuAttemptsMax,
	offerExtensionOrMessage,
	playMenuAgain,
	sayGoodbye,
} from "./play-menu.ts";
import { announceExtension } from "./reach-extension.ts";
import { openReceptionist } from "./receptionist.ts";
import { takeCompanyMessage } from "./take-company-message.ts";

/** What came from the caller: all keys of the choice, and whether some of them were pressed before a long gap. */
export interface MenuChoice {
	digits: string;
	attempt: number;
	isSecondPart: boolean;
}

/** What the caller chose after hearing the menu for the `attempt`-th time. `extension` is the one the keys name. */
export function chooseFromMenu(
	choice: MenuChoice,
	extension: Extension | null,
	call: CallInProgress,
	context: MenuContext,
): CallPlan {
	const { digits, attempt, isSecondPart } = choice;
	if (digits === "") return afterMenuSilence(context, attempt);
	if (!isSecondPart && isBeginningOfExtension(digits)) {
		const next = callPaths.menuMoreKeys(attempt, digits);
		return { steps: [awaitMoreKeys(digits, context.settings, next)], events: [] };
	}
	const pressed: CallEvent = { step: `keys-${attempt}`, kind: "keys_pressed", detail: { digits, attempt } };
	const plan = answerKeys(digits, attempt, extension, call, context);
	return { ...plan, events: [pressed, ...plan.events] };
}

/**
 * Neither a key nor a word that was understood. The third time in a row leads on: to the receptionist, who listens, or to a
 * message; who is silent there as well has been asked in every way there is.
 */
export function afterMenuSilence(context: MenuContext, attempt: number): CallPlan {
	const again = playMenuAgain(context, attempt, phrases.noChoice);
	if (again) return again;
	if (context.settings.isAssistantOn && attempt > menuAttemptsMax) return sayGoodbye(phrases.noChoice);
	return leadOn(context, attempt, phrases.noChoice);
}

function answerKeys(
	digits: string,
	attempt: number,
	extension: Extension | null,
	call: CallInProgress,
	context: MenuContext,
): CallPlan {
	const { settings } = context;
	if (digits === againKey || digits === backKey)
		return playMenuAgain(context, attempt) ?? leadOn(context, attempt);
	if (digits === receptionistKey) {
		if (settings.isAssistantOn) return openReceptionist(context, attempt);
		const isLast = attempt % menuAttemptsMax === 0;
		const plan = isLast
			? takeCompanyMessage(settings, phrases.receptionistUnavailable)
			: offerExtensionOrMessage(context, attempt);
		return withEvent({ step: `receptionist-${attempt}`, kind: "receptionist_unavailable", detail: {} }, plan);
	}
	if (extension === null) {
		const introduction = phrases.extensionUnknown(digits);
		const plan = playMenuAgain(context, attempt, introduction) ?? leadOn(context, attempt, introduction);
		return withEvent({ step: `unknown-${attempt}`, kind: "extension_unknown", detail: { digits } }, plan);
	}
	return announceExtension(extension, call, settings);
}

/** The menu was heard often enough: somebody who listens, or a box. */
function leadOn(context: MenuContext, attempt: number, introduction?: string): CallPlan {
	if (!context.settings.isAssistantOn) return takeCompanyMessage(context.settings, introduction);
	return openReceptionist(context, attempt, introduction);
}

function withEvent(event: CallEvent, plan: CallPlan): CallPlan {
	return { ...plan, events: [event, ...plan.events] };
}
