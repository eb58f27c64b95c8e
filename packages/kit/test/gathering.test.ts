import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gathering } from "../src/gathering.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
	const gathering = new Gathering<string>();
	const sent: string[][] = [];
	const add = (...items: string[]) =>
		gathering.add(items, async (gathered) => {
			sent.push(gathered);
		});
	return { gathering, sent, add };
}

describe("what several requests say within a moment", () => {
	it("is sent in one call by the first of them, in order", async () => {
		const { sent, add } = open();
		const first = add("a");
		await add("b", "c");
		expect(sent).toEqual([]);
		await vi.advanceTimersByTimeAsync(20);
		await first;
		expect(sent).toEqual([["a", "b", "c"]]);
	});

	it("is nobody's to send when it is nothing", async () => {
		const { sent, add } = open();
		await add();
		await vi.runAllTimersAsync();
		expect(sent).toEqual([]);
	});
});

it("sends what comes while a call is on its way with the next one", async () => {
	const { gathering, sent, add } = open();
	let finish = () => {};
	const first = gathering.add(["a"], (items) => {
		sent.push(items);
		return new Promise((resolve) => {
			finish = () => resolve();
		});
	});
	await vi.advanceTimersByTimeAsync(20);
	const second = add("b");
	await vi.advanceTimersByTimeAsync(20);
	await second;
	expect(sent).toEqual([["a"], ["b"]]);
	finish();
	await first;
});

it("sends everything with a later request when the first one ended before it sent", async () => {
	const { sent, add } = open();
	void add("lost");
	// The runtime ends a request: its timer never comes.
	vi.clearAllTimers();
	await add("waits");
	vi.setSystemTime(Date.now() + 2000);
	const later = add("next");
	await vi.advanceTimersByTimeAsync(20);
	await later;
	expect(sent).toEqual([["lost", "waits", "next"]]);
});
