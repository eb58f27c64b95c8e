import type { RefusalCode } from "@cloudpbx/contracts/texts/messages";
import type { SendProblem, SendTextResult } from "@cloudpbx/contracts/texts/sending";
import { explainMessageError, retryTimeOf } from "@cloudpbx/twilio/message-errors";
import { explainWaiting } from "../texts/explain-waiting.ts";
import type { MessageRow } from "../texts/message-row.ts";

export function describeResult(row: MessageRow): SendTextResult {
	const { id, carrierId, status, segments } = row;
	const attemptedAt = (row.attemptedAt ?? row.createdAt).toISOString();
	if (status === "refused") return refusedByGate(row);
	if (carrierId !== null) return { id, outcome: "sent", carrierId, status, segments, attemptedAt };
	if (status === "failed" || status === "canceled") return { id, ...refusedByCarrier(row) };
	if (row.campaignId !== null && !row.isAttemptOpen) {
		return { id, ...refusedByCarrier(row), problem: "later", isPermanent: false };
	}
	const reason = row.isAttemptOpen
		? "The carrier has not answered; it is asked what became of the text."
		: (explainWaiting(row) ?? "The carrier could not take the text yet; it is tried again.");
	return { id, outcome: "pending", reason };
}

export function describeRefusal(
	id: string,
	{ code, reason, problem, retryAt }: GateRefusal,
): Extract<SendTextResult, { outcome: "refused" }> {
	return {
		id,
		outcome: "refused",
		by: "gate",
		code,
		errorCode: null,
		reason,
		problem,
		isPermanent: problem !== "later",
		retryAt: retryAt?.toISOString() ?? null,
	};
}

interface GateRefusal {
	code: RefusalCode | null;
	reason: string;
	problem: SendProblem;
	retryAt: Date | null;
}

export function describeMissedSlot(id: string, at: Date): SendTextResult {
	const reason = "Its turn had passed before it could be sent.";
	return describeRefusal(id, { code: "slot_missed", reason, problem: "later", retryAt: at });
}

function refusedByGate({ id, refusal, reason, statusAt }: MessageRow): SendTextResult {
	const problem: SendProblem =
		refusal === "quiet_hours" ||
		refusal === "too_many" ||
		refusal === "ceiling" ||
		refusal === "campaign_stopped"
			? "later"
			: refusal === "empty" || refusal === "too_long"
				? "content"
				: refusal === "sender_not_ours" || refusal === "sender_released"
					? "configuration"
					: "recipient";
	return describeRefusal(id, {
		code: refusal,
		reason: reason ?? "The text was refused.",
		problem,
		retryAt: problem === "later" ? statusAt : null,
	});
}

function refusedByCarrier({ errorCode, statusAt }: MessageRow) {
	const error = explainMessageError(errorCode ?? 0);
	const { problem, words } = error;
	const retryAt = retryTimeOf(error, statusAt);
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
