import type { SendTextResult } from "@cloudpbx/contracts/sending";
import { messages } from "@cloudpbx/db/schema/messaging";
import { sql } from "drizzle-orm";
import { decideSend } from "../domain/decide-send.ts";
import { messageEvent } from "../domain/live-events.ts";
import type { Messaging } from "../open-messaging.ts";
import { closeAttempt } from "./close-attempt.ts";
import { describeMissedSlot, describeRefusal, describeResult } from "./describe-result.ts";
import { handOver } from "./hand-over.ts";
import { readSendFacts, selectSendFacts } from "./load-send-facts.ts";
import type { MessageRow } from "./record-outcome.ts";
import { settleText } from "./settle-text.ts";
import { type DecidedText, type OutgoingRequest, type Slot, storeSends } from "./store-sends.ts";

/** Found not to have been taken, then decided anew, then opted out in between: more cannot happen to a text at once. */
const roundsMax = 3;
/**
 * So long before its moment a text's attempt is written, which looks once more whether anybody said no. What is said
 * later finds the text on its way; earlier would leave more time for that, later would cost the text its moment.
 */
const storeAheadMilliseconds = 100;

/**
 * The gate and what lies behind it, for any number of texts: decide, store the decision and the attempt, hand over to the carrier,
 * store what came of it. Ids that were asked for before are settled instead. Results are in the order of the requests. With
 * a `slot` (milliseconds since 1970) the carrier is asked within it or not at all.
 */
export async function sendTexts(
	messaging: Messaging,
	requests: readonly OutgoingRequest[],
	slot?: Slot,
): Promise<SendTextResult[]> {
	const handAt = slot?.at ?? 0;
	const results = new Map<string, SendTextResult>();
	let open = [...new Map(requests.map((request) => [request.id, request])).values()];
	for (let round = 0; round < roundsMax && open.length > 0; round++) {
		const { fresh, known, taken } = await decide(messaging, open, handAt);
		for (const id of taken) results.set(id, describeTaken(id));
		if (fresh.length > 0) await waitUntil(messaging, handAt - storeAheadMilliseconds);
		const mine = fresh.length === 0 ? [] : await storeSends(messaging, fresh);
		for (const result of await handOverInTime(messaging, mine, slot)) results.set(result.id, result);
		for (const { request, decision } of fresh) {
			if (!decision.isAllowed) results.set(request.id, describeRefusal(request.id, decision));
		}
		announceRefused(messaging, fresh);
		for (const id of known) {
			const result = await resume(messaging, id);
			if (result !== null) results.set(id, result);
		}
		open = open.filter(({ id }) => !results.has(id));
	}
	const reason = "Somebody else is sending this text.";
	return requests.map(({ id }) => results.get(id) ?? { id, outcome: "pending", reason });
}

/** Waiting for its moment a text may find that its slot is over: then it is too close to the texts behind it. */
async function handOverInTime(
	messaging: Messaging,
	rows: readonly MessageRow[],
	slot: Slot | undefined,
): Promise<SendTextResult[]> {
	if (slot && rows.length > 0) await waitUntil(messaging, slot.at);
	const now = messaging.now();
	if (slot === undefined || now.getTime() <= slot.until) {
		return [...(await handOver(messaging, rows)).values()].map(describeResult);
	}
	await Promise.all(rows.map((row) => closeAttempt(messaging, row, "withdrawn")));
	return rows.map(({ id }) => describeMissedSlot(id, now));
}

async function waitUntil({ sleep, now }: Messaging, at: number): Promise<void> {
	await sleep(Math.max(0, at - now().getTime()));
}

async function decide(
	messaging: Messaging,
	requests: readonly OutgoingRequest[],
	handAt: number,
): Promise<{ fresh: DecidedText[]; known: string[]; taken: string[] }> {
	// The hour counts at which the carrier will have it.
	const now = new Date(Math.max(messaging.now().getTime(), handAt));
	const rows = await selectSendFacts(messaging, requests);
	const fresh: DecidedText[] = [];
	const known: string[] = [];
	const taken: string[] = [];
	for (const [index, request] of requests.entries()) {
		const row = rows[index];
		if (!row) continue;
		const { facts, isFree, isTaken } = readSendFacts(row, now);
		if (isTaken) taken.push(request.id);
		else if (isFree) fresh.push({ request, decision: decideSend(request, facts, now) });
		else known.push(request.id);
	}
	return { fresh, known, taken };
}

/** They are in their conversations, with the reason. */
function announceRefused({ announce }: Messaging, decided: readonly DecidedText[]): void {
	const refused = decided.filter(({ decision }) => !decision.isAllowed).map(({ request }) => request);
	announce(
		refused
			.filter(({ campaignId }) => campaignId === null)
			.map(({ from: fromNumber, to: toNumber, ...request }) =>
				messageEvent({ ...request, fromNumber, toNumber, direction: "outbound", status: "refused" }),
			),
	);
}

/** Nothing is decided or stored: whoever asked has mistaken the id. */
function describeTaken(id: string): SendTextResult {
	const reason = "This id belongs to another text.";
	return describeRefusal(id, { code: "id_taken", reason, problem: "content", retryAt: null });
}

/** Asked for again: what is not known is found out first. Null for a campaign's that was never taken: the gate is next. */
async function resume(messaging: Messaging, id: string): Promise<SendTextResult | null> {
	const settlement = await settleText(messaging, id);
	if (settlement.kind === "unknown_message") return null;
	const { row } = settlement;
	const isUntaken = row.campaignId !== null && row.status === "pending" && !row.isAttemptOpen;
	return isUntaken ? null : describeResult(row);
}

/** What became of texts, without sending any. */
export async function findTexts({ db }: Messaging, ids: readonly string[]): Promise<SendTextResult[]> {
	const rows: MessageRow[] = await db
		.select()
		.from(messages)
		.where(sql`${messages.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
	return rows.map(describeResult);
}
