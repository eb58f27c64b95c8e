import type { RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { type SQL, sql } from "drizzle-orm";
import { statusesBefore } from "./recipient-states.ts";

/** One recipient's next state. Absent fields stay; `reason` null removes the stored reason. */
export interface Move {
	campaignId: string;
	position: number;
	to: RecipientStatus;
	/** Applies only from these states. Default: every state that may become `to`. */
	from?: readonly RecipientStatus[];
	/** Applies only while `due_at` has this value; a claim by another run changes it. */
	dueBefore?: number;
	dueAt?: number;
	reason?: string | null;
	errorCode?: number | null;
	segments?: number;
	/** When the attempt that the carrier accepted was made. */
	takenAt?: number;
	/** The carrier refused the text temporarily. */
	isRefusedForNow?: boolean;
}

const field = (name: keyof Move) => sql.raw(`(m.value ->> '$.${name}')`);
const has = (name: keyof Move) => sql.raw(`json_type(m.value, '$.${name}') IS NOT NULL`);

/**
 * Returns two statements with the same conditions for one transaction: the campaigns' counts, then the recipients.
 * The second returns the moved recipients. A recipient may occur once in `moves`.
 */
export function moveRecipients(moves: readonly Move[], at: Date, guard: SQL = sql`true`): [SQL, SQL] {
	const rows = JSON.stringify(
		moves.map(({ from, ...move }) => ({ ...move, from: (from ?? statusesBefore(move.to)).join(" ") })),
	);
	const applies = sql`instr(' ' || ${field("from")} || ' ', ' ' || r.status || ' ') > 0
		AND (NOT ${has("dueBefore")} OR r.due_at = ${field("dueBefore")}) AND ${guard}`;
	const isThis = sql`r.campaign_id = ${field("campaignId")} AND r.position = ${field("position")}`;
	const to = field("to");
	const change = (status: RecipientStatus) =>
		sql.raw(`sum((m.value ->> '$.to' = '${status}') - (r.status = '${status}')) AS ${status}`);
	const ended = sql.raw("('delivered', 'undelivered', 'failed')");
	const bad = sql.raw("('undelivered', 'failed')");
	// The text did not reach the recipient, so a text that it wrote meanwhile is no reaction.
	const isUnreached = sql`${to} IN ('skipped', 'failed')`;
	const isTaken = sql`${has("takenAt")} AND r.status IN ('queued', 'sending', 'skipped', 'failed')`;
	const count = sql`UPDATE campaigns SET
		queued_count = queued_count + d.queued, sending_count = sending_count + d.sending,
		sent_count = sent_count + d.sent, delivered_count = delivered_count + d.delivered,
		undelivered_count = undelivered_count + d.undelivered, failed_count = failed_count + d.failed,
		skipped_count = skipped_count + d.skipped,
		outcomes_count = outcomes_count + d.outcomes, errors_count = errors_count + d.errors,
		taken_count = taken_count + d.taken,
		replies_count = replies_count - d.replies, opt_outs_count = opt_outs_count - d.opt_outs,
		first_taken_at = coalesce(min(first_taken_at, d.first_taken), first_taken_at, d.first_taken),
		last_taken_at = coalesce(max(last_taken_at, d.last_taken), last_taken_at, d.last_taken)
		FROM (SELECT r.campaign_id AS id, ${change("queued")}, ${change("sending")}, ${change("sent")},
			${change("delivered")}, ${change("undelivered")}, ${change("failed")}, ${change("skipped")},
			sum(${to} IN ${ended} AND r.status NOT IN ${ended}) AS outcomes,
			sum((${to} IN ${bad}) - (r.status IN ${bad})) AS errors,
			sum(${isTaken}) AS taken,
			sum(${isUnreached} AND r.replied_at IS NOT NULL) AS replies,
			sum(${isUnreached} AND r.opted_out_at IS NOT NULL) AS opt_outs,
			min(CASE WHEN ${isTaken} THEN ${field("takenAt")} END) AS first_taken,
			max(CASE WHEN ${isTaken} THEN ${field("takenAt")} END) AS last_taken
			FROM json_each(${rows}) m CROSS JOIN campaign_recipients r ON ${isThis}
			WHERE ${applies} GROUP BY r.campaign_id) d
		WHERE campaigns.id = d.id`;
	const move = sql`UPDATE campaign_recipients AS r SET status = ${to},
		due_at = coalesce(${field("dueAt")}, r.due_at),
		reason = CASE WHEN ${has("reason")} THEN ${field("reason")} ELSE r.reason END,
		error_code = CASE WHEN ${has("errorCode")} THEN ${field("errorCode")} ELSE r.error_code END,
		segments = coalesce(${field("segments")}, r.segments),
		replied_at = CASE WHEN ${isUnreached} THEN NULL ELSE r.replied_at END,
		opted_out_at = CASE WHEN ${isUnreached} THEN NULL ELSE r.opted_out_at END,
		attempts = r.attempts + coalesce(${field("isRefusedForNow")}, 0),
		updated_at = ${at.getTime()}
		FROM json_each(${rows}) m WHERE ${isThis} AND ${applies}
		RETURNING campaign_id AS "campaignId", position AS "position"`;
	return [count, move];
}
