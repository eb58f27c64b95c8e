import { beforeEach, expect, it, vi } from "vitest";
import { plainRefusal, refusalError } from "../../src/api/refusal.ts";
import {
	endDrawing,
	forgetEverything,
	markStale,
	patch,
	peek,
	prefetch,
	put,
	type Resource,
	use,
} from "../../src/api/resource.ts";

beforeEach(() => forgetEverything());

/** The test resolves the readings by hand, in their order. */
function byHand(key = "thing") {
	const readings: { signal: AbortSignal; answer: (value: string) => void; refuse: () => void }[] = [];
	const resource: Resource<string> = {
		key,
		load: (signal) =>
			new Promise((resolve, reject) => {
				const refuse = () => reject(refusalError(plainRefusal("offline", "Not connected.")));
				signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
				readings.push({ signal, answer: resolve, refuse });
			}),
	};
	return { resource, readings };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it("reads once for everybody who uses it at the same time", async () => {
	const { resource, readings } = byHand();
	use(resource);
	use(resource);
	void prefetch(resource);
	expect(readings).toHaveLength(1);
	readings[0]?.answer("one");
	await settle();
	expect(use(resource)).toEqual({ data: "one", refusal: undefined, isLoading: false });
	expect(readings).toHaveLength(1);
});

it("shows the old while it reads again what became stale", async () => {
	const { resource, readings } = byHand();
	use(resource);
	readings[0]?.answer("one");
	await settle();
	markStale(({ key }) => key === "thing");
	expect(use(resource).data).toBe("one");
	expect(readings).toHaveLength(2);
	readings[1]?.answer("two");
	await settle();
	expect(use(resource).data).toBe("two");
});

it("keeps the old beside the refusal, and does not ask again by itself", async () => {
	const { resource, readings } = byHand();
	put(resource, "one");
	markStale(() => true);
	use(resource);
	readings[0]?.refuse();
	await settle();
	expect(use(resource)).toMatchObject({ data: "one", refusal: { code: "offline" }, isLoading: false });
	expect(readings).toHaveLength(1);
});

it("stops reading what left the page, and begins anew when it comes back", async () => {
	const { resource, readings } = byHand();
	use(resource);
	endDrawing();
	endDrawing();
	await settle();
	expect(readings[0]?.signal.aborted).toBe(true);
	use(resource);
	expect(readings).toHaveLength(2);
});

it("reads again what comes back to the page after half a minute", () => {
	vi.useFakeTimers();
	const { resource, readings } = byHand();
	put(resource, "one");
	use(resource);
	endDrawing();
	endDrawing();
	vi.advanceTimersByTime(31_000);
	expect(use(resource).data).toBe("one");
	expect(readings).toHaveLength(1);
	vi.useRealTimers();
});

it("shows a change before the server has answered, and takes it back", () => {
	const { resource } = byHand();
	put(resource, "open");
	const undo = patch(resource, () => "closed");
	expect(peek(resource)).toBe("closed");
	undo();
	expect(peek(resource)).toBe("open");
});

it("lets no answer from before a change undo it", async () => {
	const { resource, readings } = byHand();
	put(resource, "open");
	markStale(() => true);
	use(resource);
	patch(resource, () => "closed");
	readings[0]?.answer("open");
	await settle();
	expect(peek(resource)).toBe("closed");
	use(resource);
	expect(readings).toHaveLength(2);
});
