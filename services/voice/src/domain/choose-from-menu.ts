import type { CallEvent, CallInProgress, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { phrases } from "./phrases.ts";
import { playMenu } from "./play-menu.ts";
import { reachExtension } from "./reach-extension.ts";

const again = "9";
const receptionist = "0";
const extensionKeys = /^1(0[1-9]|[1-9]\d)$/;

/** The extension that these keys ask for (101–199), or null when they ask for something else. */
export function readExtensionKeys(digits: string): string | null {
	return extensionKeys.test(digits) ? digits : null;
}

/** What the caller chose after hearing the menu for the `attempt`-th time. `extension` is the one the keys name. */
export function chooseFromMenu(
	digits: string,
	attempt: number,
	extension: Extension | null,
	call: CallInProgress,
	settings: VoiceSettings,
): CallPlan {
	if (digits === "") return playMenu(settings, attempt + 1);
	const pressed: CallEvent = { step: `keys-${attempt}`, kind: "keys_pressed", detail: { digits, attempt } };
	if (digits === again) return remember(pressed, playMenu(settings, attempt + 1));
	if (digits === receptionist) {
		const event: CallEvent = {
			step: `receptionist-${attempt}`,
			kind: "receptionist_unavailable",
			detail: {},
		};
		return remember(pressed, event, playMenu(settings, attempt + 1, phrases.receptionistUnavailable));
	}
	if (extension === null) {
		const event: CallEvent = { step: `unknown-${attempt}`, kind: "extension_unknown", detail: { digits } };
		return remember(pressed, event, playMenu(settings, attempt + 1, phrases.extensionUnknown(digits)));
	}
	return remember(pressed, announce(extension, reachExtension(extension, call, settings)));
}

/** The call is answered already, so a word before the ringing costs nothing. */
function announce(extension: Extension, plan: CallPlan): CallPlan {
	if (extension.forwardTo === null) return plan;
	return { ...plan, steps: [{ kind: "say", text: phrases.connecting(extension.name) }, ...plan.steps] };
}

function remember(...parts: [...CallEvent[], CallPlan]): CallPlan {
	const plan = parts.at(-1) as CallPlan;
	return { ...plan, events: [...(parts.slice(0, -1) as CallEvent[]), ...plan.events] };
}
