import type { SendTextResult } from "@cloudpbx/contracts/texts/sending";
import { describe, expect, it } from "vitest";
import { judgeResult } from "../../src/outcomes/judge-result.ts";

const now = Date.parse("2026-11-20T18:00:00Z");
const later = "2026-11-20T18:10:00.000Z";

type Refusal = Extract<SendTextResult, { outcome: "refused" }>;
function refused(more: Partial<Refusal>): Refusal {
	return {
		id: "msg_1",
		outcome: "refused",
		by: "carrier",
		code: null,
		errorCode: 21614,
		reason: "No mobile phone.",
		problem: "recipient",
		isPermanent: true,
		retryAt: null,
		...more,
	};
}

describe("an answer of the send gate", () => {
	it("that the carrier has the text makes the recipient sent", () => {
		const sent = {
			id: "msg_1",
			outcome: "sent",
			carrierId: "SM1",
			status: "queued",
			segments: 2,
			attemptedAt: later,
		} as const;
		expect(judgeResult(sent, 0, now)).toEqual({
			verdict: { kind: "sent", segments: 2, takenAt: Date.parse(later) },
			stop: null,
			isTooFast: false,
			isUnused: false,
			closedUntil: null,
		});
	});

	it("that nothing is known leaves the claim open", () => {
		const judgement = judgeResult({ id: "msg_1", outcome: "pending", reason: "?" }, 0, now);
		expect(judgement).toMatchObject({ verdict: { kind: "open" }, isUnused: false });
	});

	it.each(["opted_out", "recipient_invalid", "recipient_ours", "too_long"] as const)(
		"that names a number or a length (%s) is kept without it",
		(code) => {
			const reason = "+14155550199 is 1,723 characters long.";
			const { verdict } = judgeResult(refused({ by: "gate", code, reason }), 0, now);
			expect(verdict).toMatchObject({ kind: "skipped", reason: expect.stringMatching(/^\D+$/) });
		},
	);

	it.each([
		["gate", "recipient", "skipped"],
		["carrier", "recipient", "failed"],
		["gate", "content", "skipped"],
		["carrier", "content", "failed"],
	] as const)("by the %s about the %s makes the recipient %s", (by, problem, kind) => {
		const judgement = judgeResult(refused({ by, problem }), 0, now);
		expect(judgement.verdict).toMatchObject({ kind, reason: "No mobile phone." });
		expect(judgement.isUnused).toBe(by === "gate");
		expect(judgement.stop).toBeNull();
	});

	it.each(["gate", "carrier"] as const)(
		"by the %s about the configuration stops the campaign and does not count against the recipient",
		(by) => {
			const judgement = judgeResult(
				refused({ by, problem: "configuration", reason: "Register it." }),
				3,
				now,
			);
			expect(judgement).toMatchObject({
				stop: "Register it.",
				verdict: { kind: "again", dueAt: 0, isRefusedForNow: false },
			});
		},
	);

	it("by the gate for the time being does not count against the recipient", () => {
		const hours = refused({
			by: "gate",
			problem: "later",
			code: "quiet_hours",
			reason: "quiet hours",
			errorCode: null,
			retryAt: later,
		});
		expect(judgeResult(hours, 9, now).verdict).toEqual({
			kind: "again",
			dueAt: Date.parse(later),
			reason: "quiet hours",
			errorCode: null,
			isRefusedForNow: false,
		});
		for (const code of ["campaign_stopped", "slot_missed"] as const) {
			const judgement = judgeResult({ ...hours, code, retryAt: null }, 9, now);
			expect(judgement).toMatchObject({ verdict: { kind: "again", dueAt: 0, reason: null }, isUnused: true });
		}
	});

	it.each([
		[0, 60],
		[1, 120],
		[2, 240],
	])(
		"by the carrier for the time being, after %i refusals, waits %i seconds when it names no moment",
		(attempts, seconds) => {
			const judgement = judgeResult(refused({ problem: "later", errorCode: 30003 }), attempts, now);
			expect(judgement.verdict).toMatchObject({
				kind: "again",
				dueAt: now + seconds * 1000,
				isRefusedForNow: true,
			});
			expect(judgement.isTooFast).toBe(false);
		},
	);

	it("by the carrier for the time being fails the recipient the fourth time", () => {
		const refusal = refused({ problem: "later", errorCode: 21611, retryAt: later });
		expect(judgeResult(refusal, 2, now).verdict).toMatchObject({ kind: "again", dueAt: Date.parse(later) });
		expect(judgeResult(refusal, 3, now)).toMatchObject({
			verdict: { kind: "failed", errorCode: 21611 },
			isTooFast: true,
		});
	});

	it.each([20429, 30023, 63038])(
		"about the whole account (error %i) never counts against the recipient",
		(errorCode) => {
			const judgement = judgeResult(refused({ problem: "later", errorCode, retryAt: later }), 3, now);
			expect(judgement.verdict).toMatchObject({
				kind: "again",
				dueAt: Date.parse(later),
				isRefusedForNow: false,
			});
			expect(judgement.closedUntil).toBe(errorCode === 63038 ? Date.parse(later) : null);
		},
	);

	it("that the gate repeats after its retry instant fails the recipient", () => {
		const refusal = refused({ problem: "later", errorCode: 63038, retryAt: later });
		const judgement = judgeResult(refusal, 0, Date.parse(later));
		expect(judgement).toMatchObject({ verdict: { kind: "failed", errorCode: 63038 }, closedUntil: null });
	});

	it.each([20429, 21611, 30001, 30022])("with error %i says that we are too fast", (errorCode) => {
		expect(judgeResult(refused({ problem: "later", errorCode }), 0, now).isTooFast).toBe(true);
	});
});
