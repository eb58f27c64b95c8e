import { describe, expect, it } from "vitest";
import { countSignal, readSignal } from "../../src/live/read-signal.ts";

const signal = { kind: "viewing", conversationId: "conv_0123456789abcdef0123456789abcdef" };

describe("what a browser says", () => {
	it("is read, without what it adds", () => {
		const message = JSON.stringify({ ...signal, person: { id: "usr_1" } });
		expect(readSignal(message)).toEqual({ kind: "signal", signal });
	});

	it.each([
		["no JSON", "hello"],
		["another kind", { ...signal, kind: "typing" }],
		["no conversation", { kind: "viewing" }],
		["an id of something else", { ...signal, conversationId: "msg_1" }],
		["an id with more in it", { ...signal, conversationId: 'conv_1"}' }],
		["an id that is too long", { ...signal, conversationId: `conv_${"a".repeat(65)}` }],
		["a list", [signal]],
	])("means nothing: %s", (_what, said) => {
		const message = typeof said === "string" ? said : JSON.stringify(said);
		expect(readSignal(message)).toEqual({ kind: "nothing" });
	});

	it("is 1,024 bytes long at most, counted as UTF-8", () => {
		expect(readSignal("x".repeat(1024))).toEqual({ kind: "nothing" });
		expect(readSignal("x".repeat(1025))).toEqual({ kind: "too_big" });
		expect(readSignal("é".repeat(512))).toEqual({ kind: "nothing" });
		expect(readSignal("é".repeat(513))).toEqual({ kind: "too_big" });
		expect(readSignal(new ArrayBuffer(1024))).toEqual({ kind: "nothing" });
		expect(readSignal(new ArrayBuffer(1025))).toEqual({ kind: "too_big" });
	});
});

it("says fifty things in ten seconds at most", () => {
	const since = 1_800_000_000_000;
	expect(countSignal({ since, count: 0 }, since)).toEqual({ since, count: 1 });
	expect(countSignal({ since, count: 49 }, since + 9999)).toEqual({ since, count: 50 });
	expect(countSignal({ since, count: 50 }, since + 9999)).toBeNull();
	expect(countSignal({ since, count: 50 }, since + 10_000)).toEqual({ since: since + 10_000, count: 1 });
});
