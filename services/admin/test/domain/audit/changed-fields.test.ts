import { expect, it } from "vitest";
import { changedFields } from "../../../src/domain/audit/changed-fields.ts";

it("names only what differs, as it was and as it is", () => {
	const before = { a: 1, b: "x", c: null as string | null, d: [1] };
	expect(changedFields(before, { ...before, b: "y", c: "z" })).toEqual({
		before: { b: "x", c: null },
		after: { b: "y", c: "z" },
	});
	expect(changedFields(before, { ...before, d: [1] })).toBeNull();
});
