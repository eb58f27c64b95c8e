import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { afterClosedNumber } from "../domain/menu/main-line.ts";
import type { RingResult } from "../domain/ringing/after-ringing.ts";
import { tryToStorePlan } from "../history/store-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";

export async function finishClosedNumber(
	ctx: Context,
	call: CallWebhook,
	result: RingResult,
): Promise<CallPlan> {
	const now = ctx.now();
	const plan = afterClosedNumber(result, readOffice(ctx, await selectOffice(ctx.db), now));
	await tryToStorePlan(ctx, call, plan, now);
	return plan;
}
