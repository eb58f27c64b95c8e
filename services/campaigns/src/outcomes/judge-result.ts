import type { SendTextResult } from "@cloudpbx/contracts/texts/sending";
import { explainMessageError } from "@cloudpbx/twilio/message-errors";
import { reasonOf } from "./aside-words.ts";

/** The effect of the send gate's answer on the recipient. */
export type Verdict =
	| { kind: "sent"; segments: number; takenAt: number }
	/** Unknown so far. The gate is asked again when the claim has expired. */
	| { kind: "open" }
	/** Another try. `isRefusedForNow` counts as one of the carrier's refusals. */
	| {
			kind: "again";
			dueAt: number;
			reason: string | null;
			errorCode: number | null;
			isRefusedForNow: boolean;
	  }
	| { kind: "skipped"; reason: string }
	| { kind: "failed"; reason: string; errorCode: number | null };

export interface Judgement {
	verdict: Verdict;
	/** Why the campaign cannot send until its owner acts, in words. */
	stop: string | null;
	/** The carrier reported too many requests. */
	isTooFast: boolean;
	/** The carrier was not asked. */
	isUnused: boolean;
	/** The carrier accepts nothing from this account until then, in milliseconds since 1970; null: no such limit. */
	closedUntil: number | null;
}

/** Maximum temporary refusals by the carrier before the recipient counts as failed. */
const refusalsMax = 4;
/** Wait after the first refusal without an instant. Doubles with each further refusal. */
const againMilliseconds = 60_000;

export function judgeResult(result: SendTextResult, attempts: number, now: number): Judgement {
	const judge = (verdict: Verdict, more: Partial<Judgement> = {}): Judgement => ({
		verdict,
		stop: null,
		isTooFast: false,
		isUnused: result.outcome === "refused" && result.by === "gate",
		closedUntil: null,
		...more,
	});
	if (result.outcome === "sent") {
		return judge({ kind: "sent", segments: result.segments, takenAt: Date.parse(result.attemptedAt) });
	}
	if (result.outcome === "pending") return judge({ kind: "open" });
	const { by, code, problem, errorCode, retryAt } = result;
	const reason = reasonOf(code, result.reason);
	const again = (dueAt: number, isRefusedForNow: boolean): Verdict => ({
		kind: "again",
		dueAt,
		reason: code === "campaign_stopped" || code === "slot_missed" ? null : reason,
		errorCode,
		isRefusedForNow,
	});
	switch (problem) {
		case "recipient":
			return judge(by === "gate" ? { kind: "skipped", reason } : { kind: "failed", reason, errorCode });
		case "content":
			// The gate refuses a text that its fields make too long or empty; only this recipient is left out.
			return judge(by === "gate" ? { kind: "skipped", reason } : { kind: "failed", reason, errorCode });
		case "configuration":
			return judge(again(0, false), { stop: reason });
		case "later": {
			const { isTooFast = false, isOurLimit, isAccountLimit } = explainMessageError(errorCode ?? 0);
			if (by === "gate") return judge(again(retryAt === null ? 0 : Date.parse(retryAt), false));
			const retryMilliseconds = retryAt === null ? null : Date.parse(retryAt);
			if (isOurLimit && retryMilliseconds !== null) {
				// The gate has given up and repeats its last answer.
				if (retryMilliseconds <= now) return judge({ kind: "failed", reason, errorCode });
				const closedUntil = isAccountLimit ? retryMilliseconds : null;
				return judge(again(retryMilliseconds, false), { isTooFast, closedUntil });
			}
			if (attempts + 1 >= refusalsMax) return judge({ kind: "failed", reason, errorCode }, { isTooFast });
			const dueAt = retryMilliseconds ?? now + againMilliseconds * 2 ** attempts;
			return judge(again(dueAt, true), { isTooFast });
		}
	}
}
