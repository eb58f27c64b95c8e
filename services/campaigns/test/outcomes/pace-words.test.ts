import { describe, expect, it } from "vitest";
import { paceWords } from "../../src/outcomes/pace-words.ts";

const steady = {
	slowness: 1,
	roundTripMilliseconds: 5,
	behindMilliseconds: 0,
	textsPerSecond: 0.97,
	nextSlotAt: 0,
};

describe("why a campaign is slow", () => {
	it.each([
		["nothing has been sent", null, 1],
		["it is in time", steady, 1],
		["a delay is made up for", { ...steady, behindMilliseconds: 1000, textsPerSecond: 0.5 }, 1],
		["it is late and as fast as it should be", { ...steady, behindMilliseconds: 3000 }, 1],
		["a batch had one text", { ...steady, behindMilliseconds: 3000, textsPerSecond: null }, 1],
	])("is not said when %s", (_, batch, rate) => {
		expect(paceWords(batch, rate, 0)).toBeNull();
	});

	it("is the database, with its seconds and the rate", () => {
		const far = { ...steady, roundTripMilliseconds: 1840, behindMilliseconds: 9000, textsPerSecond: 3.21 };
		expect(paceWords(far, 10, 0)).toBe(
			"The database takes 1.8 seconds to answer, so about 3.2 instead of 10 texts a second go out. Nothing is lost by it.",
		);
	});

	it("is whatever else is busy when the database is quick", () => {
		const busy = { ...steady, behindMilliseconds: 9000, textsPerSecond: 4 };
		expect(paceWords(busy, 10, 0)).toMatch(/^The carrier or this system is busy, so about 4 instead of 10/);
	});

	it("is the carrier when it asked for fewer texts", () => {
		expect(paceWords({ ...steady, slowness: 4 }, 1, 0)).toMatch(/4 times farther apart/);
	});

	it("is the account's daily limit when the number's next text is hours away", () => {
		const hour = 3_600_000;
		expect(paceWords({ ...steady, nextSlotAt: 20 * hour }, 1, 0)).toMatch(
			/daily limit .*by itself .*Ask Twilio/,
		);
		expect(paceWords({ ...steady, nextSlotAt: 20 * hour }, 1, 20 * hour)).toBeNull();
	});
});
