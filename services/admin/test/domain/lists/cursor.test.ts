import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "../../../src/domain/lists/cursor.ts";

it("comes back as it went, in letters that need no escaping", () => {
	fc.assert(
		fc.property(fc.oneof(fc.integer(), fc.string()), fc.string(), (key, id) => {
			const isWellFormed = [key, id].every((part) => typeof part === "number" || part.isWellFormed());
			fc.pre(isWellFormed);
			const word = encodeCursor({ key, id });
			expect(word).toMatch(/^[\w-]+$/);
			expect(decodeCursor(word, typeof key as "number" | "string")).toEqual({ key, id });
		}),
	);
});

it("is refused when it is of another list or nobody's", () => {
	expect(decodeCursor(encodeCursor({ key: "101", id: "x" }), "number")).toBeNull();
	fc.assert(
		fc.property(fc.string(), (word) => {
			const cursor = decodeCursor(word, "number");
			expect(cursor === null || typeof cursor.key === "number").toBe(true);
		}),
	);
});
