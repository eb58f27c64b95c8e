import {
	type CallOutcome,
	callOutcomes,
	type ReceptionistResult,
	receptionistResults,
} from "@cloudpbx/contracts/calls/calls";
import type { Db } from "@cloudpbx/db/open-db";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Context } from "../context.ts";
import type { CallEvent, CallPlan } from "../domain/call/call-plan.ts";

/** Statements of one batch. Safe to repeat; makes the call's row when the first webhook could not. */
export function storePlan(db: Db, call: CallWebhook, plan: CallPlan, now: Date) {
	const {
		extension = null,
		outcome = null,
		talkSeconds = null,
		receptionistResult = null,
		danger = null,
	} = plan;
	const upsert = db
		.insert(calls)
		.values({ ...newCall(call, now), extension, outcome, talkSeconds, receptionistResult, danger })
		.onConflictDoUpdate({
			target: calls.id,
			set: {
				extension: sql`coalesce(excluded.extension, ${calls.extension})`,
				outcome: strongerOutcome(plan.outcome),
				...(talkSeconds !== null && { talkSeconds: longerTalk(talkSeconds) }),
				...(danger !== null && { danger }),
				...(receptionistResult !== null && { receptionistResult: strongerResult(receptionistResult) }),
			},
		});
	return [upsert, ...storeEvents(db, call.callId, plan.events, now)] as const;
}

/** Never fails, so that the caller gets what was decided. The sweep asks the carrier for a row that is missing. */
export async function tryToStorePlan(
	{ db }: Context,
	call: CallWebhook,
	plan: CallPlan,
	now: Date,
): Promise<void> {
	try {
		await db.batch(storePlan(db, call, plan, now));
	} catch (error) {
		log.error("call_not_stored", { callId: call.callId, reason: describeError(error) });
	}
}

/** Append-only: a step that is stored already stays as it was. */
export function storeEvents(db: Db, callId: string, events: readonly CallEvent[], now: Date) {
	if (events.length === 0) return [];
	const rows = events.map((event) => ({ callId, at: now, ...event }));
	return [db.insert(callEvents).values(rows).onConflictDoNothing()];
}

export function newCall(call: CallWebhook, now: Date) {
	return {
		id: call.callId,
		carrierId: call.carrierId,
		direction: "inbound" as const,
		fromNumber: call.from,
		toNumber: call.to,
		status: "in_progress" as const,
		startedAt: now,
	};
}

/** Callbacks come in any order: an outcome gives way only to a stronger one (the order of `callOutcomes`). */
export function strongerOutcome(outcome: CallOutcome | undefined) {
	return outcome === undefined ? sql`${calls.outcome}` : keepStronger(calls.outcome, callOutcomes, outcome);
}

function strongerResult(result: ReceptionistResult) {
	return keepStronger(calls.receptionistResult, receptionistResults, result);
}

/** A call has one conversation. A fallback reports the same one again: the longest, not the sum. */
function longerTalk(seconds: number) {
	return sql`max(coalesce(${calls.talkSeconds}, 0), ${seconds})`;
}

/** `words` are strongest first. */
function keepStronger<Word extends string>(column: SQLiteColumn, words: readonly Word[], word: Word): SQL {
	const stronger = words.slice(0, words.indexOf(word));
	if (stronger.length === 0) return sql`${word}`;
	const list = sql.join(
		stronger.map((one) => sql`${one}`),
		sql`, `,
	);
	return sql`CASE WHEN ${column} IN (${list}) THEN ${column} ELSE ${word} END`;
}
