import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { followTexts } from "./follow-texts.ts";

/** Runs `followTexts` after the response. Never fails; the sweeper processes what is left. */
export async function followInBackground(ctx: Context): Promise<void> {
	try {
		await followTexts(ctx);
	} catch (error) {
		log.warn("texts_not_followed", { reason: describeError(error) });
	}
}
