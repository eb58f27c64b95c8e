import { expect, it } from "vitest";
import { groupCalls } from "../../../pages/domain/calls/group-calls.ts";

import { makeCall } from "./call-fixture.ts";

const known = (...calls: ReturnType<typeof makeCall>[]) => new Map(calls.map((call) => [call.sid, call]));

it("puts legs below their call, oldest first, and the newest call on top", () => {
	const groups = groupCalls(
		known(
			makeCall({ sid: "CA1", startedAt: "2026-11-02T10:00:00.000Z" }),
			makeCall({ sid: "CA3", parentSid: "CA1", startedAt: "2026-11-02T10:00:09.000Z" }),
			makeCall({ sid: "CA2", parentSid: "CA1", startedAt: "2026-11-02T10:00:05.000Z" }),
			makeCall({ sid: "CA4", startedAt: "2026-11-02T11:00:00.000Z" }),
		),
	);
	expect(groups.map(({ root, legs }) => [root.sid, legs.map((leg) => leg.sid)])).toEqual([
		["CA4", []],
		["CA1", ["CA2", "CA3"]],
	]);
});

it("brings the leg of a leg to the first call", () => {
	const groups = groupCalls(
		known(
			makeCall({ sid: "CA1" }),
			makeCall({ sid: "CA2", parentSid: "CA1" }),
			makeCall({ sid: "CA3", parentSid: "CA2" }),
		),
	);
	expect(groups).toHaveLength(1);
	expect(groups[0]?.legs).toHaveLength(2);
});

it("lets a leg stand for itself when its parent is not known", () => {
	expect(groupCalls(known(makeCall({ sid: "CA2", parentSid: "CA1" })))[0]?.root.sid).toBe("CA2");
});
