import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths } from "../call/call-paths.ts";
import { type CallEvent, type CallInProgress, type CallPlan, withEvent } from "../call/call-plan.ts";
import type { Extension, Office } from "../office/office.ts";
import { openReceptionist } from "../receptionist/open-receptionist.ts";
import { announceExtension } from "../ringing/reach-extension.ts";
import { takeCompanyMessage } from "../voicemail/take-company-message.ts";
import { againKey, awaitMoreKeys, backKey, isBeginningOfExtension, receptionistKey } from "./menu-keys.ts";
import { menuAttemptsMax, offerExtensionOrMessage, playMenuAgain, sayGoodbye } from "./play-menu.ts";

export interface MenuChoice {
	digits: string;
	attempt: number;
	isSecondPart: boolean;
}

export function chooseFromMenu(
	choice: MenuChoice,
	extension: Extension | null,
	call: CallInProgress,
	office: Office,
): CallPlan {
	const { digits, attempt, isSecondPart } = choice;
	if (digits === "") return afterMenuSilence(office, attempt);
	if (!isSecondPart && isBeginningOfExtension(digits)) {
		const next = callPaths.menuMoreKeys(attempt, digits);
		return { steps: [awaitMoreKeys(digits, office.settings, next)], events: [] };
	}
	const pressed: CallEvent = { step: `keys-${attempt}`, kind: "keys_pressed", detail: { digits, attempt } };
	const plan = answerKeys(choice, extension, call, office);
	return withEvent(pressed, plan);
}

/** The third silence in a row leads to the receptionist or a message; the same at the receptionist ends the call. */
export function afterMenuSilence(office: Office, attempt: number): CallPlan {
	const again = playMenuAgain(office, attempt, phrases.noChoice);
	if (again) return again;
	if (office.settings.isAssistantOn && attempt > menuAttemptsMax) return sayGoodbye(phrases.noChoice);
	return leadOn(office, attempt, phrases.noChoice);
}

function answerKeys(
	{ digits, attempt }: MenuChoice,
	extension: Extension | null,
	call: CallInProgress,
	office: Office,
): CallPlan {
	const { settings } = office;
	if (digits === againKey || digits === backKey)
		return playMenuAgain(office, attempt) ?? leadOn(office, attempt);
	if (digits === receptionistKey) {
		if (settings.isAssistantOn) return openReceptionist(office, attempt);
		const isLast = attempt % menuAttemptsMax === 0;
		const plan = isLast
			? takeCompanyMessage(office, phrases.receptionistUnavailable)
			: offerExtensionOrMessage(office, attempt);
		return withEvent({ step: `receptionist-${attempt}`, kind: "receptionist_unavailable", detail: {} }, plan);
	}
	if (extension === null) {
		const introduction = phrases.extensionUnknown(digits);
		const plan = playMenuAgain(office, attempt, introduction) ?? leadOn(office, attempt, introduction);
		return withEvent({ step: `unknown-${attempt}`, kind: "extension_unknown", detail: { digits } }, plan);
	}
	return announceExtension(extension, call, office);
}

function leadOn(office: Office, attempt: number, introduction?: string): CallPlan {
	if (!office.settings.isAssistantOn) return takeCompanyMessage(office, introduction);
	return openReceptionist(office, attempt, introduction);
}
