import type { CallInProgress, CallPlan, Extension } from "./call-plan.ts";
import { type MenuContext, playMenu } from "./play-menu.ts";
import { reachExtension } from "./reach-extension.ts";

/** The first answer: an extension's own number reaches it; the main line, and any number not known, has the menu. */
export function answerCall(
	extension: Extension | null,
	call: CallInProgress,
	context: MenuContext,
): CallPlan {
	return extension ? reachExtension(extension, call, context.settings) : playMenu(context, 1);
}
