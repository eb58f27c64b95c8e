import type { CallInProgress, CallPlan } from "./call-plan.ts";
import { findDialled, type Office } from "./office.ts";
import { playMenu } from "./play-menu.ts";
import { reachExtension } from "./reach-extension.ts";

/** The first answer: an extension's own number reaches it; the main line, and any number not known, has the menu. */
export function answerCall(call: CallInProgress, office: Office): CallPlan {
	const dialled = findDialled(office, call.to);
	return dialled ? reachExtension(dialled, call, office) : playMenu(office, 1);
}
