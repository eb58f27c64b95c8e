import { bodyCharactersMax, type SendTextResult } from "@cloudpbx/contracts/sending";
import { runBatch } from "@cloudpbx/db/run-batch";
import { describeError, log } from "@cloudpbx/kit/log";
import { messageIdOf, recipientIdOf } from "../domain/derive-id.ts";
import { type Judgement, judgeResult, type Verdict } from "../domain/judge-result.ts";
import { untoldStatuses } from "../domain/recipient-states.ts";
import type { Campaigns } from "../open-campaigns.ts";
import { announceStates, selectStates } from "./announce-states.ts";
import type { Turn } from "./claim-turns.ts";
import { type Move, moveRecipients } from "./move-recipients.ts";
import { pauseBySystem } from "./pause-by-system.ts";

/** Who comes so late to his slot gets another one: a burst after a stall would break the rate. */
const lateMilliseconds = 150;

/**
 * Hands claimed texts to the send gate, each for its slot, and stores what came of them. Whatever goes wrong, a claim that was
 * not settled runs out and is taken up again, by the same message ids. Answers whether the carrier was asked too much, in
 * which slots it was not asked at all, and until when it takes nothing (null: it does).
 */
export async function sendTurns(
	campaigns: Campaigns,
	sender: string,
	turns: readonly Turn[],
): Promise<{ isTooFast: boolean; unusedSlots: number[]; closedUntil: number | null }> {
	const requests = await Promise.all(turns.map((turn) => toRequest(sender, turn)));
	const asked = await campaigns.messaging.sendTexts(requests);
	if (!asked.ok) throw new Error(`The send gate refused the request: ${asked.error.message}`);
	const at = campaigns.now();
	const judged = asked.value.flatMap((result: SendTextResult, index) => {
		const turn = turns[index];
		return turn ? [{ turn, ...judgeResult(result, turn.attempts, at.getTime()) }] : [];
	});
	const moves = judged.flatMap(({ turn, verdict }) => toMove(turn, verdict));
	if (moves.length > 0) {
		const states = selectStates(moves.map(({ campaignId }) => campaignId));
		const results = await runBatch(campaigns.db, [...moveRecipients(moves, at), states]);
		announceStates(campaigns, results.at(-1));
	}
	await stopCampaigns(campaigns, judged);
	const closedUntil = Math.max(0, ...judged.map((one) => one.closedUntil ?? 0));
	return {
		closedUntil: closedUntil > 0 ? closedUntil : null,
		isTooFast: judged.some(({ isTooFast }) => isTooFast),
		unusedSlots: judged.filter(({ isUnused }) => isUnused).map(({ turn }) => turn.slotAt),
	};
}

async function toRequest(sender: string, turn: Turn) {
	const { campaignId, position, number, body, quietHours, timeZone, state, slotAt } = turn;
	return {
		id: await messageIdOf(campaignId, number),
		from: sender,
		to: number,
		// So long a text is the gate's to refuse; a longer one it would not even read, and all others with it.
		body: body.slice(0, bodyCharactersMax),
		category: "marketing" as const,
		origin: { kind: "campaign" as const, campaignId, recipientId: recipientIdOf(campaignId, position) },
		quietHours,
		slot: { at: slotAt, until: slotAt + lateMilliseconds },
		...(timeZone !== null && { timeZone }),
		...(state !== null && { state }),
	};
}

/** What is not settled stays claimed; what goes back to the queue does so only while the claim is still ours. */
function toMove({ campaignId, position, claimedUntil }: Turn, verdict: Verdict): Move[] {
	const who = { campaignId, position };
	switch (verdict.kind) {
		case "open":
			return [];
		case "sent": {
			const { segments, takenAt } = verdict;
			return [{ ...who, to: "sent", from: untoldStatuses, segments, takenAt, reason: null, errorCode: null }];
		}
		case "again": {
			const { dueAt, reason, errorCode, isRefusedForNow } = verdict;
			return [{ ...who, to: "queued", dueWas: claimedUntil, dueAt, reason, errorCode, isRefusedForNow }];
		}
		case "skipped":
			return [{ ...who, to: "skipped", from: ["sending"], reason: verdict.reason }];
		case "failed":
			return [
				{ ...who, to: "failed", from: ["sending"], reason: verdict.reason, errorCode: verdict.errorCode },
			];
	}
}

async function stopCampaigns(
	campaigns: Campaigns,
	judged: readonly ({ turn: Turn } & Pick<Judgement, "stop">)[],
): Promise<void> {
	const reasons = new Map(
		judged.flatMap(({ turn, stop }) => (stop ? [[turn.campaignId, stop] as const] : [])),
	);
	for (const [campaignId, reason] of reasons) await pauseBySystem(campaigns, campaignId, reason);
}

/** For what runs beside: nothing is lost by it, the claims run out. */
export function logFailure(sender: string, error: unknown): void {
	log.error("campaign_part_failed", { sender, reason: describeError(error) });
}
