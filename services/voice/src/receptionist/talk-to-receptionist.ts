import type { ReceptionResult } from "@cloudpbx/assistant/receptionist/reception";
import { receptionistTurns } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { ReceptionistPlace } from "../domain/call/call-paths.ts";
import type { CallEvent, CallPlan } from "../domain/call/call-plan.ts";
import { storePlan, tryToStorePlan } from "../history/store-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import { type CallerInput, decideTurn, type TurnRow } from "./decide-turn.ts";

export interface Exchange {
	place: ReceptionistPlace;
	input: CallerInput;
	before?: readonly CallEvent[];
}

/** Two round trips to D1 and the model's time. A stored turn is repeated without asking a model again. */
export async function talkToReceptionist(
	ctx: Context,
	call: CallWebhook,
	{ place, input, before = [] }: Exchange,
): Promise<CallPlan> {
	const { db } = ctx;
	const now = ctx.now();
	const [officeRows, turns] = await db.batch([
		selectOffice(db),
		db
			.select()
			.from(receptionistTurns)
			.where(eq(receptionistTurns.callId, call.callId))
			.orderBy(asc(receptionistTurns.attempt), asc(receptionistTurns.turn)),
	]);
	const office = readOffice(ctx, officeRows, now);
	const { plan, decided } = await decideTurn(ctx, office, { call, place, turns }, input);
	if (decided === null) {
		await tryToStorePlan(ctx, call, plan, now);
		return plan;
	}
	logTurn(decided.row, decided.result);
	const whole = { ...plan, events: [...before, ...plan.events] };
	try {
		await db.batch([
			db.insert(receptionistTurns).values(decided.row).onConflictDoNothing(),
			...storePlan(db, call, whole, now),
		]);
	} catch (error) {
		log.error("reception_not_stored", { callId: call.callId, reason: describeError(error) });
	}
	return whole;
}

/** The words of both sides stay out of the log. */
function logTurn(
	{ callId, attempt, turn, action, milliseconds }: TurnRow,
	{ model, failure, attempts }: ReceptionResult,
): void {
	const asked = attempts.map((one) => `${one.model} ${one.outcome}`).join(", ");
	const fields = { callId, attempt, turn, action, model, milliseconds, failure, attempts: asked };
	log.info("receptionist_decided", fields);
}
