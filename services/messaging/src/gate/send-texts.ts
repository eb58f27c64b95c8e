import type { SendTextResult } from "@cloudpbx/contracts/texts/sending";
import { messages } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { describeRefusal, describeResult } from "../delivery/describe-result.ts";
import { handOver } from "../delivery/hand-over.ts";
import { messageEvent } from "../live/live-events.ts";
import type { MessageRow } from "../texts/message-row.ts";
import { decideTexts } from "./decide-texts.ts";
import type { DecidedText, OutgoingRequest } from "./outgoing-request.ts";
import { settleText } from "./settle-text.ts";
import { storeDecided } from "./store-attempts.ts";

/** Maximum rounds per call. Longest case: not accepted, decided again, opted out meanwhile. */
export const roundsMax = 3;

/**
 * An id that was requested before is not sent again: its result is found out. Results are in the order of the
 * requests.
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

/** Also announces the refused texts, which appear in their conversations with the reason. */
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

export function describeTaken(id: string): SendTextResult {
	const reason = "This id belongs to another text.";
	return describeRefusal(id, { code: "id_taken", reason, problem: "content", retryAt: null });
}

export function describeUnreached(id: string): SendTextResult {
	return { id, outcome: "pending", reason: "Another request is sending this text." };
}

/** Null for a campaign's text that was never accepted: the gate decides it again. */
export async function resumeText(ctx: Context, id: string): Promise<SendTextResult | null> {
	const settlement = await settleText(ctx, id);
	if (settlement.kind === "unknown_message") return null;
	const { row } = settlement;
	const isUntaken = row.campaignId !== null && row.status === "pending" && !row.isAttemptOpen;
	return isUntaken ? null : describeResult(row);
}

export async function listResults({ db }: Context, ids: readonly string[]): Promise<SendTextResult[]> {
	const rows: MessageRow[] = await db
		.select()
		.from(messages)
		.where(sql`${messages.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
	return rows.map(describeResult);
}
