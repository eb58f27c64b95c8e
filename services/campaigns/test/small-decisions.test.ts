import { recipientStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { describe, expect, it } from "vitest";
import { messageIdOf, newCampaignId, positionOf, recipientIdOf } from "../src/derive-id.ts";
import { namesOptOut } from "../src/outcomes/names-opt-out.ts";
import { recipientStatusOf, statusesBefore, untoldStatuses } from "../src/outcomes/recipient-states.ts";
import { shouldPause } from "../src/outcomes/should-pause.ts";
import { nameCopy } from "../src/planning/name-copy.ts";
import { whatIsMissing } from "../src/planning/what-is-missing.ts";

describe("a message says how to opt out", () => {
	it.each([
		"Reply STOP to opt out.",
		"Txt STOP to end",
		"STOP2END",
		"Stop=end",
		"To opt-out, text us",
		"Reply with the word STOP",
		"Responda ALTO para no recibir más",
		"Répondez ARRÊT pour finir",
		"STOP to unsubscribe",
	])("as in %j", (message) => {
		expect(namesOptOut(message)).toBe(true);
	});

	it.each(["Our sale starts today!", "We never stop", "Don't stop me now", "Reply YES", ""])(
		"not in %j",
		(message) => {
			expect(namesOptOut(message)).toBe(false);
		},
	);
});

describe("a campaign should pause", () => {
	it.each([
		{ outcomes: 0, errors: 0, isPaused: false },
		{ outcomes: 19, errors: 19, isPaused: false },
		{ outcomes: 20, errors: 6, isPaused: false },
		{ outcomes: 20, errors: 7, isPaused: true },
		{ outcomes: 1000, errors: 300, isPaused: false },
		{ outcomes: 1000, errors: 301, isPaused: true },
	])("with $errors of $outcomes: $isPaused", ({ isPaused, ...counts }) => {
		const reason = shouldPause(counts);
		expect(reason !== null).toBe(isPaused);
		if (reason) expect(reason).toContain(`${counts.errors} of ${counts.outcomes}`);
	});
});

describe("a recipient's state", () => {
	it("never goes back from what the carrier has confirmed", () => {
		for (const status of recipientStatuses) expect(statusesBefore(status)).not.toContain("delivered");
		expect(statusesBefore("queued")).toEqual(["sending"]);
		expect(statusesBefore("skipped").toSorted()).toEqual(["queued", "sending"]);
		expect(statusesBefore("sending")).toEqual(["queued"]);
		expect(statusesBefore("delivered")).toContain("undelivered");
		expect(statusesBefore("undelivered")).not.toContain("delivered");
	});

	it("may be changed by the answer to a request only before the first report", () => {
		expect(untoldStatuses.every((status) => statusesBefore("sent").includes(status))).toBe(true);
		expect(untoldStatuses).not.toContain("failed");
	});

	it.each([
		["pending", null],
		["queued", "sent"],
		["sending", "sent"],
		["sent", "sent"],
		["delivered", "delivered"],
		["read", "delivered"],
		["undelivered", "undelivered"],
		["failed", "failed"],
		["canceled", "failed"],
		["refused", null],
		["received", null],
	] as const)("follows from the taken text's %s as %s", (status, expected) => {
		expect(recipientStatusOf(status, status !== "pending")).toBe(expected);
		expect(recipientStatusOf(status, false)).toBeNull();
	});
});

describe("ids", () => {
	it("of a text are the same for the same campaign and number, and for nothing else", async () => {
		const id = await messageIdOf("cmp_1", "+14155552671");
		expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
		expect(await messageIdOf("cmp_1", "+14155552671")).toBe(id);
		expect(await messageIdOf("cmp_2", "+14155552671")).not.toBe(id);
		expect(await messageIdOf("cmp_1", "+14155552672")).not.toBe(id);
	});

	it("of a recipient contain its position", () => {
		const campaignId = newCampaignId();
		expect(campaignId).toMatch(/^cmp_[0-9a-f]{32}$/);
		expect(positionOf(recipientIdOf(campaignId, 0))).toBe(0);
		expect(positionOf(recipientIdOf(campaignId, 99_999))).toBe(99_999);
		for (const strange of ["", "rcp_", "rcp_a_x", "rcp_a_-1", "usr_1_2", "rcp_a_1234567890"]) {
			expect(positionOf(strange)).toBeNull();
		}
	});
});

describe("a campaign that cannot start", () => {
	const ready = { isComplete: true, message: "Hi", queuedCount: 1, skippedCount: 0 };

	it.each([
		[{}, null],
		[{ queuedCount: 0, skippedCount: 1 }, null],
		[{ message: "" }, "no message"],
		[{ message: " \n\u00a0" }, "no message"],
		[{ queuedCount: 0 }, "no recipients"],
		[{ isComplete: false, message: "" }, "still coming in"],
	])("says what it lacks: %j", (change, words) => {
		const missing = whatIsMissing({ ...ready, ...change });
		if (words === null) expect(missing).toBeNull();
		else expect(missing).toContain(words);
	});
});

describe("a copy's name", () => {
	it.each([
		["Sale", "Sale (copy)"],
		["Sale (copy)", "Sale (copy) (copy)"],
		["n".repeat(193), `${"n".repeat(193)} (copy)`],
		["n".repeat(194), `${"n".repeat(193)} (copy)`],
		[`${"n".repeat(192)}😀`, `${"n".repeat(192)} (copy)`],
		[`${"n".repeat(192)} n`, `${"n".repeat(192)} (copy)`],
	])("%j becomes %j", (name, copy) => {
		expect(nameCopy(name)).toBe(copy);
		expect(copy.length).toBeLessThanOrEqual(200);
	});
});
