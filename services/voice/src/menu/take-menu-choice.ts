import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { reached } from "../domain/receptionist/receptionist.ts";
import { rememberPlan } from "../history/store-call.ts";
import { type InstalledSettings, readOffice, selectOffice } from "../office/load-office.ts";
import type { ReceptionistModels } from "../receptionist/decide-turn.ts";
import { talkToReceptionist } from "../receptionist/talk-to-receptionist.ts";
import { decideMenuTurn, type MenuTurn } from "./decide-menu-turn.ts";

/**
 * What came from the caller after hearing the menu for the `attempt`-th time: keys, words, or nothing. `typed` are keys of
 * the same choice that came before a long gap. Two round trips: read, write; three and a model's time for a wish in words.
 */
export async function takeMenuChoice(
	db: Db,
	models: ReceptionistModels,
	installed: InstalledSettings,
	call: CallWebhook,
	choice: MenuTurn,
	now: Date,
): Promise<CallPlan> {
	const office = readOffice(await selectOffice(db), installed, now);
	const plan = await decideMenuTurn(choice, call, office, models.recogniseDangers);
	if (plan === null) {
		const place = { attempt: choice.attempt, turn: 1, silences: 0 };
		const before = [reached(choice.attempt)];
		return talkToReceptionist(db, models, installed, call, place, choice.input, now, before);
	}
	await rememberPlan(db, call, plan, now);
	return plan;
}
