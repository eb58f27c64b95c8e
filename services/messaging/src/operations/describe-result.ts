import type { SendProblem, SendTextResult } from "@cloudpbx/contracts/sending";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import type { MessageRow } from "./record-outcome.ts";

/** What a row says about its text, as the answer to whoever asked for it. */
export function describeResult(row: MessageRow): SendTextResult {
	const { id, carrierId, status, segments } = row;
	const attemptedAt = (row.attemptedAt ?? row.createdAt).toISOString();
	if (status === "refused") return { id, ...refusedByGate(row) };
	if (carrierId !== null) return { id, outcome: "sent", carrierId, status, segments, attemptedAt };
	if (status === "failed" || status === "canceled") return { id, ...refusedByCarrier(row) };
	if (row.campaignId !== null && !row.isAttemptOpen) {
		return { id, ...refusedByCarrier(row), problem: "later", isPermanent: false };
	}
	const reason = row.isAttemptOpen
		? "The carrier has not answered; it is asked what became of the text."
		: "The carrier could not take the text yet; it is tried again.";
	return { id, outcome: "pending", reason };
}

/** A paced text whose moment is over: the carrier was not asked. */
export function describeMissedSlot(id: string, at: Date): SendTextResult {
	return {
		id,
		outcome: "refused",
		by: "gate",
		code: "slot_missed",
		errorCode: null,
		reason: "Its turn had passed before it could be sent.",
		problem: "later",
		isPermanent: false,
		retryAt: at.toISOString(),
	};
}

/** What kind of trouble each refusal of the gate is, for texts whose decision was made earlier. */
function refusedByGate({ refusal, reason, statusAt }: MessageRow) {
	const problem: SendProblem =
		refusal === "quiet_hours" || refusal === "too_many" || refusal === "campaign_stopped"
			? "later"
			: refusal === "empty" || refusal === "too_long"
				? "content"
				: refusal === "sender_not_ours" || refusal === "sender_released"
					? "configuration"
					: "recipient";
	return {
		outcome: "refused" as const,
		by: "gate" as const,
		code: refusal,
		errorCode: null,
		reason: reason ?? "The text was refused.",
		problem,
		isPermanent: problem !== "later",
		retryAt: problem === "later" ? statusAt.toISOString() : null,
	};
}

function refusedByCarrier({ errorCode, statusAt }: MessageRow) {
	const { problem, words, waitSeconds } = explainMessageError(errorCode ?? 0);
	const retryAt = waitSeconds === undefined ? null : new Date(statusAt.getTime() + waitSeconds * 1000);
	return {
		outcome: "refused" as const,
		by: "carrier" as const,
		code: null,
		errorCode,
		reason: errorCode === null ? "The carrier did not take the text; nothing was sent." : words,
		problem,
		isPermanent: problem !== "later",
		retryAt: retryAt?.toISOString() ?? null,
	};
}
