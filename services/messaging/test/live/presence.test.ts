import { describe, expect, it } from "vitest";
import {
	type Attendance,
	describePresence,
	nextPlace,
	type Place,
	relax,
	stateIn,
} from "../../src/live/presence.ts";

const now = 1_800_000_000_000;
const viewing: Place = { conversationId: "conv_1", state: "viewing", until: null };
const writing: Place = { conversationId: "conv_1", state: "writing", until: now + 10_000 };
const elsewhere: Place = { ...viewing, conversationId: "conv_2" };
const at = (name: string, place: Place | null): Attendance => ({
	person: { id: `usr_${name}`, name },
	place,
});

describe("the next place", () => {
	it.each([
		["from nowhere", null, "viewing", viewing],
		["to writing, for ten seconds", viewing, "writing", writing],
		["back from writing", writing, "viewing", viewing],
		["from elsewhere", elsewhere, "viewing", viewing],
		["away", writing, "away", null],
		["away from where one is not", elsewhere, "away", elsewhere],
		["away from nowhere", null, "away", null],
	] as const)("%s", (_how, place, kind, next) => {
		expect(nextPlace(place, { kind, conversationId: "conv_1" }, now)).toEqual(next);
	});

	it("is viewing when writing was not said again", () => {
		expect(relax(writing)).toEqual(viewing);
	});
});

describe("a person in a conversation", () => {
	it.each([
		["is away without a socket there", [at("ana", elsewhere), at("ben", writing)], "away"],
		["looks with one", [at("ana", viewing), at("ana", elsewhere)], "viewing"],
		["writes when one of two does", [at("ana", viewing), at("ana", writing)], "writing"],
		["is not a socket that nobody is behind", [{ person: null, place: writing }], "away"],
	] as const)("%s", (_how, attendances, state) => {
		expect(stateIn(attendances, "usr_ana", "conv_1")).toBe(state);
	});

	it("is described once, with what they do most", () => {
		const attendances = [
			at("ana", viewing),
			at("ana", writing),
			at("ana", elsewhere),
			at("ben", viewing),
			at("cat", null),
			{ person: null, place: viewing },
		];
		expect(
			describePresence(attendances).map(({ person, conversationId, state }) => [
				person.name,
				conversationId,
				state,
			]),
		).toEqual([
			["ana", "conv_1", "writing"],
			["ana", "conv_2", "viewing"],
			["ben", "conv_1", "viewing"],
		]);
	});
});
