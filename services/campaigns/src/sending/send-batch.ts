import type { SendTextResult, SlotBaton } from "@cloudpbx/contracts/texts/sending";
import { bodyCharactersMax } from "@cloudpbx/contracts/words/text-limits";
import { runBatch } from "@cloudpbx/db/run-batch";
import { announceStates, selectStates } from "../announce-states.ts";
import type { Context } from "../context.ts";
import { messageIdOf, recipientIdOf } from "../derive-id.ts";
import { type Judgement, judgeResult, type Verdict } from "../outcomes/judge-result.ts";
import { type Move, moveRecipients } from "../outcomes/move-recipients.ts";
import { pauseBySystem } from "../outcomes/pause-by-system.ts";
import { unreportedStatuses } from "../outcomes/recipient-states.ts";
import type { ClaimedText } from "./claim-batch.ts";

interface SlotUse {
	/** Takes the used slots from the previous batch and passes them on to the next. */
	baton: SlotBaton;
	/** Maximum delay of a text after its slot, in milliseconds: later another run may have the number. */
	lateMax: number;
}

/**
 * Sends a batch to the send gate and stores the results. After a failure the claims expire, and a later run repeats
 * them with the same message ids. Returns whether the carrier got too many requests, and until when it is closed.
 */
export async function sendBatch(
	ctx: Context,
	sender: string,
	texts: readonly ClaimedText[],
	{ baton, lateMax }: SlotUse,
): Promise<{ isTooFast: boolean; closedUntil: number | null }> {
	const requests = await Promise.all(texts.map((text) => toRequest(sender, text, lateMax)));
	const asked = await ctx.messaging.sendTexts(requests, baton);
	if (!asked.ok) throw new Error(`The send gate refused the request: ${asked.error.message}`);
	const at = ctx.now();
	const judged = asked.value.flatMap((result: SendTextResult, index) => {
		const text = texts[index];
		return text ? [{ text, ...judgeResult(result, text.attempts, at.getTime()) }] : [];
	});
	const moves = judged.flatMap(({ text, verdict }) => toMove(text, verdict));
	if (moves.length > 0) {
		const states = selectStates(moves.map(({ campaignId }) => campaignId));
		const results = await runBatch(ctx.db, [...moveRecipients(moves, at), states]);
		announceStates(ctx, results.at(-1));
	}
	await stopCampaigns(ctx, judged);
	const closedUntil = Math.max(0, ...judged.map((one) => one.closedUntil ?? 0));
	return {
		closedUntil: closedUntil > 0 ? closedUntil : null,
		isTooFast: judged.some(({ isTooFast }) => isTooFast),
	};
}

async function toRequest(sender: string, text: ClaimedText, lateMax: number) {
	const { campaignId, position, number, body, quietHours, timeZone, state, slot } = text;
	return {
		id: await messageIdOf(campaignId, number),
		from: sender,
		to: number,
		// A longer body would make the gate reject the whole batch.
		body: body.slice(0, bodyCharactersMax),
		category: "marketing" as const,
		origin: { kind: "campaign" as const, campaignId, recipientId: recipientIdOf(campaignId, position) },
		quietHours,
		slot: { ...slot, until: slot.at + lateMax },
		...(timeZone !== null && { timeZone }),
		...(state !== null && { state }),
	};
}

/** An unsettled text stays claimed. Only the claim's own run queues it again. */
function toMove({ campaignId, position, claimedUntil }: ClaimedText, verdict: Verdict): Move[] {
	const recipient = { campaignId, position };
	switch (verdict.kind) {
		case "open":
			return [];
		case "sent": {
			const { segments, takenAt } = verdict;
			return [
				{
					...recipient,
					to: "sent",
					from: unreportedStatuses,
					segments,
					takenAt,
					reason: null,
					errorCode: null,
				},
			];
		}
		case "again": {
			const { dueAt, reason, errorCode, isRefusedForNow } = verdict;
			return [
				{ ...recipient, to: "queued", dueBefore: claimedUntil, dueAt, reason, errorCode, isRefusedForNow },
			];
		}
		case "skipped":
			return [{ ...recipient, to: "skipped", from: ["sending"], reason: verdict.reason }];
		case "failed":
			return [
				{
					...recipient,
					to: "failed",
					from: ["sending"],
					reason: verdict.reason,
					errorCode: verdict.errorCode,
				},
			];
	}
}

async function stopCampaigns(
	ctx: Context,
	judged: readonly ({ text: ClaimedText } & Pick<Judgement, "stop">)[],
): Promise<void> {
	const reasons = new Map(
		judged.flatMap(({ text, stop }) => (stop ? [[text.campaignId, stop] as const] : [])),
	);
	for (const [campaignId, reason] of reasons) await pauseBySystem(ctx, campaignId, reason);
}
