import { messageStatuses } from "@cloudpbx/contracts/texts/messages";
import { describe, expect, it } from "vitest";
import { isFinal, statusesBelow } from "../../src/delivery/message-status.ts";

describe("a message's status", () => {
	it("only ever moves up", () => {
		expect(statusesBelow("queued")).toEqual(["pending"]);
		expect(statusesBelow("delivered")).toEqual(["pending", "queued", "sending", "sent"]);
		expect(statusesBelow("failed")).toEqual(["pending", "queued", "sending", "sent"]);
		expect(statusesBelow("read")).toEqual(["pending", "queued", "sending", "sent", "delivered"]);
		for (const status of messageStatuses.filter(isFinal)) expect(statusesBelow("sent")).not.toContain(status);
	});
});
