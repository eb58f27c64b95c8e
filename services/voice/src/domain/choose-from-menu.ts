import { phrases } from "@cloudpbx/domain/phrases";
import type { CallEvent, CallInProgress, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { againKey, receptionistKey } from "./menu-keys.ts";
import { playMenuAgain } from "./play-menu.ts";
import { announceExtension } from "./reach-extension.ts";
import { openReceptionist } from "./receptionist.ts";

/** What the caller chose after hearing the menu for the `attempt`-th time. `extension` is the one the keys name. */
export function chooseFromMenu(
	digits: string,
	attempt: number,
	extension: Extension | null,
	call: CallInProgress,
	settings: VoiceSettings,
	hints: readonly string[],
): CallPlan {
	if (digits === "") return playMenuAgain(settings, attempt, undefined, phrases.noChoice);
	const pressed: CallEvent = { step: `keys-${attempt}`, kind: "keys_pressed", detail: { digits, attempt } };
	const plan = answerKeys(digits, attempt, extension, call, settings, hints);
	return { ...plan, events: [pressed, ...plan.events] };
}

function answerKeys(
	digits: string,
	attempt: number,
	extension: Extension | null,
	call: CallInProgress,
	settings: VoiceSettings,
	hints: readonly string[],
): CallPlan {
	if (digits === againKey) return playMenuAgain(settings, attempt);
	if (digits === receptionistKey) {
		if (settings.isAssistantOn) return openReceptionist(settings, hints, attempt);
		const plan = playMenuAgain(settings, attempt, phrases.receptionistUnavailable);
		return withEvent({ step: `receptionist-${attempt}`, kind: "receptionist_unavailable", detail: {} }, plan);
	}
	if (extension === null) {
		const plan = playMenuAgain(settings, attempt, phrases.extensionUnknown(digits));
		return withEvent({ step: `unknown-${attempt}`, kind: "extension_unknown", detail: { digits } }, plan);
	}
	return announceExtension(extension, call, settings);
}

function withEvent(event: CallEvent, plan: CallPlan): CallPlan {
	return { ...plan, events: [event, ...plan.events] };
}
