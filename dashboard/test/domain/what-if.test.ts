import type { WhatIfStep } from "@cloudpbx/contracts/calls/what-if";
import { describe, expect, it } from "vitest";
import { findSpecialDay, instantOf } from "../../src/domain/what-if-instants.ts";
import { hasRungOut, type Move, playMoves, toRequest } from "../../src/domain/what-if-moves.ts";
import { describeMove, describeState, describeStep } from "../../src/words/what-if.ts";

const menu: WhatIfStep = { kind: "asks", text: "Press a key." };
const ring: WhatIfStep = { kind: "rings", extension: "101", phones: ["+14155550151"], seconds: 20 };
const record: WhatIfStep = { kind: "records", extension: "101", seconds: 120 };

describe("moves", () => {
	it("become an entry of keys for each asking, words in their place, and whoever picks up", () => {
		const moves: Move[] = [
			{ kind: "keys", keys: "0" },
			{ kind: "waits" },
			{ kind: "says", words: "Jane, please" },
			{ kind: "picksUp", extension: "101" },
			{ kind: "waits" },
		];
		expect(toRequest(moves)).toEqual({
			keys: ["0", "", "", ""],
			says: ["", "Jane, please"],
			answers: ["101"],
		});
		expect(toRequest([{ kind: "waits" }, { kind: "ringsOut" }])).toEqual({
			keys: [""],
			says: [],
			answers: [],
		});
	});

	it("show a call up to the first step that waits for one", () => {
		const steps: WhatIfStep[] = [menu, ring, record];
		expect(playMoves({ steps }, [])).toEqual({ moments: [{ step: menu, move: null }], waiting: menu });
		const pressed: Move = { kind: "keys", keys: "101" };
		expect(playMoves({ steps }, [pressed])).toMatchObject({
			moments: [{ move: pressed }, { step: ring, move: null }],
			waiting: ring,
		});
		const whole = playMoves({ steps }, [pressed, { kind: "ringsOut" }]);
		expect(whole).toMatchObject({ moments: [{}, {}, { step: record }], waiting: null });
		expect(hasRungOut(whole, "101")).toBe(true);
		expect(hasRungOut(whole, "102")).toBe(false);
	});

	it("are not waited for where a number outside of the company rings", () => {
		const outside: WhatIfStep = { kind: "rings", extension: null, phones: ["+12025550100"] };
		expect(playMoves({ steps: [outside, record] }, []).waiting).toBeNull();
	});
});

describe("the next special day", () => {
	const none = { holidays: { country: null, names: [] }, exceptions: [] };

	it("is the first of the holidays that count and of the exceptions", () => {
		const holidays = { country: "US" as const, names: ["Christmas Day", "Independence Day"] };
		expect(findSpecialDay({ ...none, holidays }, "2026-11-30")).toEqual({
			name: "Christmas Day",
			date: "2026-12-25",
		});
		expect(findSpecialDay({ ...none, holidays }, "2026-12-25")).toEqual({
			name: "Independence Day",
			date: "2027-07-04",
		});
		const party = { name: "Party", from: "2026-12-18", to: "2026-12-18", intervals: [], greeting: null };
		expect(findSpecialDay({ holidays, exceptions: [party] }, "2026-11-30").name).toBe("Party");
	});

	it("is Christmas Day where none counts", () => {
		expect(findSpecialDay(none, "2026-12-25")).toEqual({ name: "Christmas Day", date: "2027-12-25" });
	});
});

it("finds the instant of the company's clocks", () => {
	expect(instantOf("2026-12-25T20:00", "America/New_York")?.toISOString()).toBe("2026-12-26T01:00:00.000Z");
	expect(instantOf("", "America/New_York")).toBeNull();
});

it("writes what happens", () => {
	const nameOf = (ext: string | null) => (ext === null ? "the company" : "Jane");
	expect(describeStep(ring, nameOf)).toBe("Jane: (415) 555-0151 rings for 20 sec");
	expect(describeStep(record, nameOf)).toBe("After the tone, a message for Jane, 2 min at most");
	expect(describeMove({ kind: "keys", keys: "101" }, nameOf)).toBe("Presses 101");
	expect(describeState({ isOpen: false, because: "Christmas Day" })).toBe("Closed: Christmas Day");
	expect(describeState({ isOpen: true, because: null })).toBe("Open");
});
