import { recipientStatuses } from "@cloudpbx/contracts/words/campaign-statuses";
import { describe, expect, it } from "vitest";
import {
	recipientStatusOf,
	statusesBefore,
	unreportedStatuses,
} from "../../src/outcomes/recipient-states.ts";

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
		expect(unreportedStatuses.every((status) => statusesBefore("sent").includes(status))).toBe(true);
		expect(unreportedStatuses).not.toContain("failed");
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
