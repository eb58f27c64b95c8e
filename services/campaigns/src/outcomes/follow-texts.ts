import { selectRows } from "@cloudpbx/db/json-rows";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignCursors, landlines } from "@cloudpbx/db/schema/campaigns";
import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { announceStates, selectStates } from "../announce-states.ts";
import type { Context } from "../context.ts";
import { positionOf } from "../derive-id.ts";
import { gatherReactions } from "./gather-reactions.ts";
import { type Move, moveRecipients } from "./move-recipients.ts";
import { pauseBySystem } from "./pause-by-system.ts";
import { recipientStatusOf } from "./recipient-states.ts";
import { recordReactions } from "./record-reactions.ts";
import { shouldPause } from "./should-pause.ts";

const cursorName = "message_events";
const lastEventId = sql`coalesce((SELECT last_event_id FROM campaign_cursors WHERE name = ${cursorName}), 0)`;
/** Maximum events per batch. */
const eventsMax = 1000;

/**
 * Applies new message events to recipients and counts, in bulk. The cursor moves in the same transaction, so
 * callers may run in parallel and each event counts once. Returns whether there may be more events.
 */
export async function followTexts(ctx: Context): Promise<boolean> {
	const { db, now } = ctx;
	const at = now();
	const [[cursor], events] = await db.batch([
		db.select().from(campaignCursors).where(eq(campaignCursors.name, cursorName)),
		selectEvents(ctx),
	]);
	const since = cursor?.lastEventId ?? 0;
	const last = events.at(-1);
	if (!last) return false;
	const received = events.filter(({ kind }) => kind === "received");
	const sent = events.filter(({ kind }) => kind !== "received");
	const moves = [...new Map(sent.map((event) => [event.recipientId, toMoves(event)])).values()].flat();
	const reactions = gatherReactions(
		received.map((event) => ({ ...event, isOptOut: event.detail === "opt_out" })),
	);
	const isFirst = sql`${lastEventId} = ${since}`;
	const gone = events.filter(({ errorCode }) => explainMessageError(errorCode ?? 0).isLandline === true);
	const landlineRows = [...new Set(gone.map(({ number }) => number))].map((number) => ({ number, at }));
	const results = await runBatch(db, [
		...moveRecipients(moves, at, isFirst),
		...recordReactions(reactions, isFirst),
		db.insert(landlines).select(selectRows(landlines, landlineRows)).onConflictDoNothing(),
		db
			.insert(campaignCursors)
			.values({ name: cursorName, lastEventId: last.id })
			.onConflictDoUpdate({
				target: campaignCursors.name,
				set: { lastEventId: last.id },
				setWhere: eq(campaignCursors.lastEventId, since),
			}),
		selectStates(events.map(({ campaignId }) => campaignId)),
	]);
	announceStates(ctx, results.at(-1));
	announceOptOuts(ctx, events);
	await pauseWhereNeeded(ctx, events);
	return events.length === eventsMax;
}

/** Each column has its own alias: in a batch D1 merges columns of the same name. */
function selectEvents({ db }: Context) {
	return db
		.select({
			id: messageEvents.id,
			kind: messageEvents.kind,
			detail: messageEvents.detail,
			at: messageEvents.at,
			campaignId: messageEvents.campaignId,
			recipientId: messageEvents.recipientId,
			number: messages.toNumber,
			status: messages.status,
			carrierId: messages.carrierId,
			errorCode: messages.errorCode,
			segments: messages.segments,
			attemptedAt: messages.attemptedAt,
		})
		.from(messageEvents)
		.innerJoin(messages, eq(messages.id, messageEvents.messageId))
		.where(and(isNotNull(messageEvents.campaignId), gt(messageEvents.id, lastEventId)))
		.orderBy(asc(messageEvents.id))
		.limit(eventsMax);
}

type EventRow = Awaited<ReturnType<typeof selectEvents>>[number];

/** The event triggers the move; the text's own row has the state. */
function toMoves(event: EventRow): Move[] {
	const { campaignId, recipientId, status, carrierId, errorCode, segments, attemptedAt } = event;
	const position = positionOf(recipientId ?? "");
	const to = recipientStatusOf(status, carrierId !== null);
	if (campaignId === null || position === null || to === null) return [];
	const isBad = to === "failed" || to === "undelivered";
	const reason = isBad ? explainMessageError(errorCode ?? 0).words : null;
	const takenAt = attemptedAt === null ? {} : { takenAt: attemptedAt.getTime() };
	return [{ campaignId, position, to, segments, errorCode: isBad ? errorCode : null, reason, ...takenAt }];
}

/** Announces opt-outs that the carrier reported with a refusal. Messaging announces all others. */
function announceOptOuts({ announce }: Context, events: readonly EventRow[]): void {
	const isOut = ({ carrierId, errorCode }: EventRow) =>
		carrierId === null && explainMessageError(errorCode ?? 0).isOptedOut === true;
	const numbers = [...new Set(events.filter(isOut).map(({ number }) => number))];
	if (numbers.length > 0) announce([{ kind: "consent", numbers }]);
}

/** Pauses a campaign when the carrier blocks its sender or when too many of its texts fail. */
async function pauseWhereNeeded(ctx: Context, events: readonly EventRow[]): Promise<void> {
	const bad = events.filter(({ errorCode }) => errorCode !== null);
	const ids = [...new Set(bad.map(({ campaignId }) => campaignId ?? ""))];
	if (ids.length === 0) return;
	const rows = await ctx.db.all<{ id: string; outcomes: number; errors: number }>(
		sql`SELECT id, outcomes_count AS outcomes, errors_count AS errors FROM campaigns
			WHERE status = 'sending' AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
	);
	for (const { id, outcomes, errors } of rows) {
		const mine = bad.filter(({ campaignId }) => campaignId === id);
		const barred = mine.map(explainBar).find((words) => words !== null);
		const reason = barred ?? shouldPause({ outcomes, errors });
		if (reason) await pauseBySystem(ctx, id, reason);
	}
}

/** Why the campaign's other texts would fail too; null: they would not. */
function explainBar({ errorCode, carrierId }: EventRow): string | null {
	const { problem, words, isDailyLimit } = explainMessageError(errorCode ?? 0);
	return problem === "configuration" || (isDailyLimit && carrierId !== null) ? words : null;
}
