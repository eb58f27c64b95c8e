import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BatchInput, batchTextsOf, type Candidate, planBatch } from "../../src/sending/plan-batch.ts";

const tollFree = "+18005550100";
const now = Date.UTC(2026, 10, 20, 18);
const night = Date.UTC(2026, 10, 20, 13);

let people = 0;
function candidate(changes: Partial<Candidate> = {}): Candidate {
	people += 1;
	return {
		campaignId: "cmp_1",
		position: people,
		number: "+12125550123",
		message: "Our sale starts today. Reply STOP to opt out.",
		fields: null,
		timeZone: null,
		state: null,
		status: "queued",
		quietHours: false,
		ratePerSecond: 1,
		attempts: 0,
		dueAt: 0,
		startedAt: now - 60_000,
		lastSlotAt: 0,
		...changes,
	};
}

const list = (count: number, changes: Partial<Candidate> = {}) =>
	Array.from({ length: count }, () => candidate(changes));

function plan(candidates: Candidate[], changes: Partial<BatchInput> = {}) {
	return planBatch({
		candidates,
		sender: { number: tollFree, slowness: 1, chosenPerSecond: null },
		slots: [{ at: now - 60_000, length: 1 }],
		served: new Map(),
		now,
		earliest: now,
		endsAt: now + 600_000,
		...changes,
	});
}

const seconds = (batch: ReturnType<typeof plan>) => batch.texts.map(({ slot }) => (slot.at - now) / 1000);
const campaignsOf = (batch: ReturnType<typeof plan>) => batch.texts.map(({ campaignId }) => campaignId);

describe("a batch", () => {
	it("places texts one after the other at the rate, as many as fit", () => {
		const batch = plan(list(50));
		expect(batch.texts).toHaveLength(12);
		// The book is empty: texts follow each other at 0.7 of their distance for ten seconds.
		expect(seconds(batch).slice(0, 3)).toEqual([0, 0.7, 1.4]);
		expect(batch.texts.at(-1)?.slot.at).toBeGreaterThan(now + 10_000);
	});

	it("is short while a campaign is young, so that a second one starts soon", () => {
		expect(plan(list(50, { startedAt: now - 1000 })).texts).toHaveLength(5);
	});

	it("has room for more texts at a higher rate, and for fifty at most", () => {
		expect(plan(list(100, { ratePerSecond: 4 })).texts).toHaveLength(48);
		expect(plan(list(100, { ratePerSecond: 10 })).texts).toHaveLength(50);
		expect([0.02, 1, 4, 10].map(batchTextsOf)).toEqual([12, 13, 50, 50]);
	});

	it("begins no earlier than it can be ready, and behind the slots that were given away", () => {
		expect(seconds(plan(list(1), { earliest: now + 900 }))).toEqual([0.9]);
		const slots = [{ at: now + 5000, length: 1000 }];
		expect(seconds(plan(list(1), { slots }))).toEqual([5.7]);
	});

	it("waits as if every slot had been used when nothing is known", () => {
		const batch = plan(list(12), { slots: [] });
		expect(seconds(batch).slice(0, 3)).toEqual([0, 1.036, 2.073]);
	});

	it("takes turns between campaigns; the one whose text is longest ago comes first", () => {
		const early = list(10, { campaignId: "cmp_early", lastSlotAt: now - 1000 });
		const late = list(10, { campaignId: "cmp_late", lastSlotAt: now - 9000 });
		const order = campaignsOf(plan([...early, ...late]));
		expect(order.slice(0, 4)).toEqual(["cmp_late", "cmp_early", "cmp_late", "cmp_early"]);
	});

	it("uses the run's own last slots, which are newer than the database's", () => {
		const one = list(3, { campaignId: "cmp_one", lastSlotAt: now - 9000 });
		const other = list(3, { campaignId: "cmp_other", lastSlotAt: now - 5000 });
		const served = new Map([["cmp_one", now - 10]]);
		expect(campaignsOf(plan([...one, ...other], { served }))[0]).toBe("cmp_other");
	});

	it("of two fast campaigns and a slow one keeps the slow one's distance without delaying the others", () => {
		const slow = list(5, { campaignId: "cmp_slow", ratePerSecond: 0.1, lastSlotAt: now - 8000 });
		const fast = [...list(20, { campaignId: "cmp_a" }), ...list(20, { campaignId: "cmp_b" })];
		const batch = plan([...slow, ...fast]);
		const slowAt = batch.texts
			.filter(({ campaignId }) => campaignId === "cmp_slow")
			.map(({ slot }) => slot.at);
		expect(slowAt[0]).toBeGreaterThanOrEqual(now - 8000 + 10_000);
		expect(slowAt.length).toBeLessThanOrEqual(2);
		expect(batch.texts.length).toBeGreaterThanOrEqual(11);
		expect(batch.texts.every(({ slot }) => slot.length === 1000)).toBe(true);
	});

	it("sets aside recipients in their quiet hours, with the end of those, and gives the slots to the others", () => {
		const west = list(2, { number: "+13105550123", quietHours: true });
		const east = list(2, { number: "+12125550123", quietHours: true });
		const batch = plan([...west, ...east], {
			now: night,
			earliest: night,
			endsAt: night + 600_000,
			slots: [],
		});
		expect(batch.texts.map(({ position }) => position)).toEqual(east.map(({ position }) => position));
		expect(batch.held.map(({ position }) => position)).toEqual(west.map(({ position }) => position));
		expect(batch.held[0]?.opensAt).toBe(Date.UTC(2026, 10, 20, 16));
	});

	it("plans a text that may be half sent at any hour", () => {
		const half = candidate({ number: "+13105550123", quietHours: true, status: "sending" });
		const batch = plan([half], { now: night, earliest: night, endsAt: night + 600_000, slots: [] });
		expect(batch.texts).toHaveLength(1);
	});

	it("keeps the number busy for as long as a long text needs at the carrier's own limit", () => {
		const long = candidate({ ratePerSecond: null, message: `${"a".repeat(153 * 6)}` });
		const batch = plan([long, candidate({ ratePerSecond: null })]);
		expect(batch.texts.map(({ slot }) => slot.length)).toEqual([2000, 1000]);
	});

	it("puts texts farther apart when the carrier has asked for it", () => {
		const sender = { number: tollFree, slowness: 4, chosenPerSecond: null };
		expect(plan(list(1), { sender }).texts[0]?.slot.length).toBe(4000);
	});

	it("has at least one text, even when the run is about to end", () => {
		expect(plan(list(9), { endsAt: now }).texts).toHaveLength(1);
	});

	it("is empty without recipients", () => {
		expect(plan([])).toEqual({ texts: [], held: [] });
	});

	it("never exceeds the rate in ten seconds, for any mix of campaigns", () => {
		const campaigns = fc.array(
			fc.record({
				count: fc.integer({ min: 1, max: 40 }),
				rate: fc.constantFrom(0.02, 0.5, 1, 4, 10),
				lastSlotAt: fc.integer({ min: now - 100_000, max: now }),
			}),
			{ minLength: 1, maxLength: 4 },
		);
		fc.assert(
			fc.property(campaigns, fc.boolean(), (all, isKnown) => {
				const candidates = all.flatMap(({ count, rate, lastSlotAt }, index) =>
					list(count, { campaignId: `cmp_${index}`, ratePerSecond: rate, lastSlotAt }),
				);
				const before = isKnown ? [{ at: now - 500, length: 100 }] : [];
				const { texts } = plan(candidates, { slots: before });
				for (const { slot } of texts) {
					const inside = texts.filter(({ slot: { at } }) => at >= slot.at && at < slot.at + 10_000);
					const busy = inside.reduce((sum, one) => sum + one.slot.length, 0);
					expect(busy).toBeLessThanOrEqual(Math.max(10_000, slot.length) + 1);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
