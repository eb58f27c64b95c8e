import type { SendTextResult } from "@cloudpbx/contracts/sending";
import { messages } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { describeRefusal, describeResult } from "../delivery/describe-result.ts";
import { handOver } from "../delivery/hand-over.ts";
import { messageEvent } from "../live/live-events.ts";
import type { MessageRow } from "../message-row.ts";
import { decideTexts } from "./decide-texts.ts";
import type { DecidedText, OutgoingRequest } from "./outgoing-request.ts";
import { settleText } from "./settle-text.ts";
import { storeDecided } from "./store-attempts.ts";

/** Found not to have been taken, then decided anew, then opted out in between: no more can happen to a text at once. */
export const roundsMax = 3;

/**
 * The gate and what lies behind it, for any number of texts, at once: decide, store the decision and the attempt, hand over to the
 * carrier, store what came of it. Ids that were asked for before are settled instead. Results are in the order of the requests.
 */
export async function sendTexts(
	ctx: Context,
	requests: readonly OutgoingRequest[],
): Promise<SendTextResult[]> {
	const results = new Map<string, SendTextResult>();
	let open = [...new Map(requests.map((request) => [request.id, request])).values()];
	for (let round = 0; round < roundsMax && open.length > 0; round++) {
		const { fresh, known, taken } = await decideTexts(ctx, open);
		for (const id of taken) results.set(id, describeTaken(id));
		const mine = fresh.length === 0 ? [] : await storeDecided(ctx, fresh);
		for (const row of (await handOver(ctx, mine)).values()) results.set(row.id, describeResult(row));
		for (const result of describeRefused(ctx, fresh)) results.set(result.id, result);
		for (const id of known) {
			const result = await resumeText(ctx, id);
			if (result !== null) results.set(id, result);
		}
		open = open.filter(({ id }) => !results.has(id));
	}
	return requests.map(({ id }) => results.get(id) ?? describeUnreached(id));
}

/** The refusals among decided texts, as results. They are in their conversations, with the reason: browsers hear of them. */
export function describeRefused({ announce }: Context, decided: readonly DecidedText[]): SendTextResult[] {
	const refused = decided.flatMap(({ request, decision }) =>
		decision.isAllowed ? [] : [{ request, decision }],
	);
	announce(
		refused
			.filter(({ request }) => request.campaignId === null)
			.map(({ request: { from: fromNumber, to: toNumber, ...request } }) =>
				messageEvent({ ...request, fromNumber, toNumber, direction: "outbound", status: "refused" }),
			),
	);
	return refused.map(({ request, decision }) => describeRefusal(request.id, decision));
}

/** Nothing is decided or stored: the id was mistaken. */
export function describeTaken(id: string): SendTextResult {
	const reason = "This id belongs to another text.";
	return describeRefusal(id, { code: "id_taken", reason, problem: "content", retryAt: null });
}

export function describeUnreached(id: string): SendTextResult {
	return { id, outcome: "pending", reason: "Another request is sending this text." };
}

/** Asked for again: what is not known is found out first. Null for a campaign's text that was never taken: the gate is next. */
export async function resumeText(ctx: Context, id: string): Promise<SendTextResult | null> {
	const settlement = await settleText(ctx, id);
	if (settlement.kind === "unknown_message") return null;
	const { row } = settlement;
	const isUntaken = row.campaignId !== null && row.status === "pending" && !row.isAttemptOpen;
	return isUntaken ? null : describeResult(row);
}

/** What became of texts, without sending any. */
export async function findTexts({ db }: Context, ids: readonly string[]): Promise<SendTextResult[]> {
	const rows: MessageRow[] = await db
		.select()
		.from(messages)
		.where(sql`${messages.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
	return rows.map(describeResult);
}
