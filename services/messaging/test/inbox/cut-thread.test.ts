import { describe, expect, it } from "vitest";
import { cutThread, type ThreadPlace } from "../../src/inbox/cut-thread.ts";

interface Text {
	position: number;
	createdAt: Date;
}
interface Note {
	id: string;
	createdAt: Date;
}

const text = (position: number, at: number): Text => ({ position, createdAt: new Date(at) });
const note = (id: string, at: number): Note => ({ id, createdAt: new Date(at) });
const start: Record<ThreadPlace["direction"], ThreadPlace> = {
	older: {
		direction: "older",
		position: Number.MAX_SAFE_INTEGER,
		noteAt: Number.MAX_SAFE_INTEGER,
		noteId: "",
	},
	newer: { direction: "newer", position: 0, noteAt: 0, noteId: "" },
};

/** The database's answer: `limit` + 1 of each behind the place. */
function readBehind(place: ThreadPlace, limit: number, texts: readonly Text[], notes: readonly Note[]) {
	const sign = place.direction === "older" ? -1 : 1;
	const compare = (a: Note, at: number, id: string) =>
		sign * (a.createdAt.getTime() - at || (a.id < id ? -1 : a.id > id ? 1 : 0));
	return {
		messages: texts
			.filter(({ position }) => sign * (position - place.position) > 0)
			.sort((a, b) => sign * (a.position - b.position))
			.slice(0, limit + 1),
		notes: notes
			.filter((one) => compare(one, place.noteAt, place.noteId) > 0)
			.sort((a, b) => compare(a, b.createdAt.getTime(), b.id))
			.slice(0, limit + 1),
	};
}

function walk(direction: ThreadPlace["direction"], limit: number, texts: Text[], notes: Note[]) {
	const pages: { messages: number[]; notes: string[] }[] = [];
	let place: ThreadPlace | null = start[direction];
	while (place !== null) {
		const page: ReturnType<typeof cutThread<Text, Note>> = cutThread(
			place,
			limit,
			readBehind(place, limit, texts, notes),
		);
		pages.push({
			messages: page.messages.map(({ position }) => position),
			notes: page.notes.map(({ id }) => id),
		});
		if (pages.length > 100) throw new Error("It does not end.");
		place = page.next;
	}
	return pages;
}

const texts = [text(1, 10), text(2, 20), text(3, 30), text(4, 40), text(5, 50)];

describe("a page of a conversation", () => {
	it("holds the notes of the time of its messages, to either side", () => {
		const notes = [note("a", 5), note("b", 30), note("c", 35), note("d", 60)];
		expect(walk("older", 2, texts, notes)).toEqual([
			{ messages: [5, 4], notes: ["d", "c"] },
			{ messages: [3, 2], notes: ["b"] },
			{ messages: [1], notes: ["a"] },
		]);
		expect(walk("newer", 2, texts, notes)).toEqual([
			{ messages: [1, 2], notes: ["a"] },
			{ messages: [3, 4], notes: ["b", "c"] },
			{ messages: [5], notes: ["d"] },
		]);
	});

	it("is empty in an empty conversation, and full at the limit", () => {
		expect(walk("older", 2, [], [])).toEqual([{ messages: [], notes: [] }]);
		expect(walk("older", 5, texts, [])).toEqual([{ messages: [5, 4, 3, 2, 1], notes: [] }]);
		expect(walk("newer", 4, texts, [])).toHaveLength(2);
	});

	it.each(["older", "newer"] as const)(
		"holds no more notes than its limit; what is left comes with the next ones (%s)",
		(direction) => {
			const notes = Array.from({ length: 17 }, (_, index) => note(`n${10 + index}`, index < 9 ? 25 : 45));
			const pages = walk(direction, 2, texts, notes);
			expect(Math.max(...pages.map((page) => page.notes.length))).toBe(2);
			expect(pages.flatMap((page) => page.messages).sort()).toEqual([1, 2, 3, 4, 5]);
			expect(pages.flatMap((page) => page.notes).sort()).toEqual(notes.map(({ id }) => id));
		},
	);

	it.each(["older", "newer"] as const)(
		"loses no note when a text was taken in late, so that times do not follow the order (%s)",
		(direction) => {
			const late = [text(1, 10), text(2, 40), text(3, 15), text(4, 50), text(5, 20)];
			const notes = [5, 12, 18, 30, 45, 60].map((at) => note(`at${at}`, at));
			for (const limit of [1, 2, 3]) {
				const pages = walk(direction, limit, late, notes);
				expect(new Set(pages.flatMap((page) => page.messages)).size).toBe(5);
				expect(new Set(pages.flatMap((page) => page.notes)).size).toBe(6);
			}
		},
	);
});
