import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { followTexts } from "./follow-texts.ts";

/**
 * `followTexts` for a reader who does not wait for it: the next one sees what it took over, and browsers are told. Never fails; the
 * sweeper takes over what is left.
 */
export async function followBehind(ctx: Context): Promise<void> {
	try {
		await followTexts(ctx);
	} catch (error) {
		log.warn("texts_not_followed", { reason: describeError(error) });
	}
}
