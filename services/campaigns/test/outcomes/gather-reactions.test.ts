import fc from "fast-check";
import { expect, it } from "vitest";
import { gatherReactions, type ReceivedText } from "../../src/outcomes/gather-reactions.ts";

const textAt = (seconds: number, isOptOut = false, more: Partial<ReceivedText> = {}): ReceivedText => ({
	campaignId: "cmp_1",
	recipientId: "rcp_1_0",
	isOptOut,
	at: new Date(seconds * 1000),
	...more,
});

it("finds the first reply and the first opt-out of each recipient", () => {
	const other = { recipientId: "rcp_1_7" };
	expect(
		gatherReactions([textAt(3), textAt(2, true), textAt(1), textAt(9, true), textAt(4, true, other)]),
	).toEqual([
		{ campaignId: "cmp_1", position: 0, repliedAt: 1000, optedOutAt: 2000 },
		{ campaignId: "cmp_1", position: 7, optedOutAt: 4000 },
	]);
});

it("ignores texts that belong to no recipient", () => {
	const strange = [{ campaignId: null }, { recipientId: null }, { recipientId: "somebody" }];
	expect(gatherReactions(strange.map((more) => textAt(1, false, more)))).toEqual([]);
	expect(gatherReactions([])).toEqual([]);
});

it("has the same result in every order", () => {
	const text = fc
		.record({ seconds: fc.nat(50), isOptOut: fc.boolean(), position: fc.nat(3) })
		.map(({ seconds, isOptOut, position }) =>
			textAt(seconds, isOptOut, { recipientId: `rcp_1_${position}` }),
		);
	const byPosition = (texts: ReceivedText[]) =>
		gatherReactions(texts).toSorted((one, other) => one.position - other.position);
	fc.assert(
		fc.property(fc.array(text), (texts) => {
			expect(byPosition(texts.toReversed())).toEqual(byPosition(texts));
			expect(byPosition([...texts, ...texts])).toEqual(byPosition(texts));
		}),
	);
});
