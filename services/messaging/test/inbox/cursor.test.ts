import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { describe, expect, it } from "vitest";

describe("a cursor", () => {
	it("comes back as it was, for its own list only", () => {
		const cursor = encodeCursor([1_795_352_404_581, "conv_é".slice(0, 5)]);
		expect(decodeCursor(cursor, "number", "string")).toEqual([1_795_352_404_581, "conv_"]);
		expect(decodeCursor(cursor, "number")).toBeNull();
		expect(decodeCursor("%%%", "number")).toBeNull();
	});
});
