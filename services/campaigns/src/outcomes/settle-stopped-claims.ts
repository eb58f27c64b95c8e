import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { announceStates, selectStates } from "../announce-states.ts";
import type { Context } from "../context.ts";
import { messageIdOf } from "../derive-id.ts";
import { judgeResult } from "./judge-result.ts";
import { type Move, moveRecipients } from "./move-recipients.ts";
import { unreportedStatuses } from "./recipient-states.ts";

const claimsMax = 500;

/** Settles claims of dead runs in stopped campaigns by messaging's results. Unsent texts are queued again. */
export async function settleStoppedClaims(ctx: Context): Promise<number> {
	const { db, now, messaging } = ctx;
	const at = now();
	const claims = await db
		.select({
			campaignId: campaignRecipients.campaignId,
			position: campaignRecipients.position,
			number: campaignRecipients.number,
			attempts: campaignRecipients.attempts,
			dueAt: campaignRecipients.dueAt,
		})
		.from(campaignTable)
		.innerJoin(
			campaignRecipients,
			and(
				eq(campaignRecipients.campaignId, campaignTable.id),
				eq(campaignRecipients.status, "sending"),
				lte(campaignRecipients.dueAt, at.getTime()),
			),
		)
		.where(
			and(inArray(campaignTable.status, ["paused", "cancelled"]), sql`${campaignTable.sendingCount} > 0`),
		)
		.limit(claimsMax);
	if (claims.length === 0) return 0;
	const ids = await Promise.all(claims.map(({ campaignId, number }) => messageIdOf(campaignId, number)));
	const found = await messaging.findTexts(ids);
	if (!found.ok) throw new Error(found.error.message);
	const results = new Map(found.value.map((result) => [result.id, result]));
	const moves = claims.flatMap(({ campaignId, position, attempts, dueAt }, index): Move[] => {
		const recipient = { campaignId, position };
		const again: Move = { ...recipient, to: "queued", from: ["sending"], dueBefore: dueAt, dueAt: 0 };
		const result = results.get(ids[index] ?? "");
		// The gate never received it.
		if (!result) return [again];
		const { verdict } = judgeResult(result, attempts, at.getTime());
		if (verdict.kind === "open") return [];
		if (verdict.kind === "again") return [again];
		if (verdict.kind === "sent") {
			return [
				{
					...recipient,
					to: "sent",
					from: unreportedStatuses,
					segments: verdict.segments,
					takenAt: verdict.takenAt,
				},
			];
		}
		const errorCode = verdict.kind === "failed" ? verdict.errorCode : null;
		return [{ ...recipient, to: verdict.kind, from: ["sending"], reason: verdict.reason, errorCode }];
	});
	if (moves.length > 0) {
		const states = selectStates(moves.map(({ campaignId }) => campaignId));
		const results = await runBatch(db, [...moveRecipients(moves, at), states]);
		announceStates(ctx, results.at(-1));
	}
	return moves.length;
}
