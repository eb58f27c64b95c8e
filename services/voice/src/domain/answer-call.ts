import type { CallInProgress, CallPlan, Extension, VoiceSettings } from "./call-plan.ts";
import { playMenu } from "./play-menu.ts";
import { reachExtension } from "./reach-extension.ts";

/** The first answer: an extension's own number reaches it; the main line, and any number not known, has the menu. */
export function answerCall(
	extension: Extension | null,
	call: CallInProgress,
	settings: VoiceSettings,
): CallPlan {
	return extension ? reachExtension(extension, call, settings) : playMenu(settings, 1);
}
