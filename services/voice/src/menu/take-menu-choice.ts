import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { receptionistReached } from "../domain/receptionist/open-receptionist.ts";
import { tryToStorePlan } from "../history/store-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import { talkToReceptionist } from "../receptionist/talk-to-receptionist.ts";
import { decideMenuTurn, type MenuTurn } from "./decide-menu-turn.ts";

/** Two round trips: read, write; three and a model's time for a wish in words. */
export async function takeMenuChoice(ctx: Context, call: CallWebhook, choice: MenuTurn): Promise<CallPlan> {
	const now = ctx.now();
	const office = readOffice(ctx, await selectOffice(ctx.db), now);
	const plan = await decideMenuTurn(ctx, choice, call, office);
	if (plan === null) {
		const { attempt, input } = choice;
		const place = { attempt, turn: 1, silences: 0 };
		return talkToReceptionist(ctx, call, { place, input, before: [receptionistReached(attempt)] });
	}
	await tryToStorePlan(ctx, call, plan, now);
	return plan;
}
