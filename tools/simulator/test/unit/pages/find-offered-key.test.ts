import { expect, it } from "vitest";
import { findOfferedKey } from "../../../pages/domain/calls/find-offered-key.ts";

const waiting = { kind: "digits" as const, since: "2026-11-02T10:00:02.000Z" };
const announcement = "4 1 5, 5 5 5, 0 1 9 9 for Jane Smith. Press 1 to take the call.";

it("offers the key that takes the call while it is waited for", () => {
	expect(findOfferedKey({ waitingFor: waiting, heard: [announcement] })).toEqual({
		key: "1",
		label: "Take the call",
	});
});

it.each([
	["nothing waits for a key", null, [announcement]],
	["nothing was heard yet", waiting, []],
	["something else is asked", waiting, ["For our receptionist, press 0."]],
	["it was said before", waiting, [announcement, "For our receptionist, press 0."]],
])("offers none when %s", (_, waitingFor, heard) => {
	expect(findOfferedKey({ waitingFor, heard })).toBeNull();
});
