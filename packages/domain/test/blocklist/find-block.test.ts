import type { BlockItem } from "@cloudpbx/contracts/office/blocklist";
import { expect, it } from "vitest";
import { findBlock } from "../../src/blocklist/find-block.ts";

const then = "reject" as const;
const one: BlockItem = { number: "+18095550123", then: "voicemail" };
const island: BlockItem = { prefix: "+1809", then };
const exchange: BlockItem = { prefix: "+1809555", then: "voicemail" };
const anonymous: BlockItem = { anonymous: true, then };

it.each<[string, BlockItem[], string | null, BlockItem | null]>([
	["nobody by an empty list", [], "+18095550123", null],
	["a number by its own entry", [one], "+18095550123", one],
	["no number that only begins like it", [one], "+180955501234", null],
	["no number that is only its beginning", [one], "+1809555012", null],
	["a number by its beginning", [island], "+18095550123", island],
	[
		"a number that is the beginning",
		[{ prefix: "+18095550123", then }],
		"+18095550123",
		{ prefix: "+18095550123", then },
	],
	["nobody of another beginning", [island], "+18085550123", null],
	["by the longest beginning, wherever it stands", [island, exchange], "+18095550199", exchange],
	["by the longest beginning, wherever it stands ", [exchange, island], "+18095550199", exchange],
	["by its own entry before every beginning", [exchange, island, one], "+18095550123", one],
	["who calls without a number by that entry only", [{ prefix: "+1", then }, anonymous], null, anonymous],
	["nobody without a number, unless that is said", [{ prefix: "+1", then }, one], null, null],
	["nobody with a number by the entry for none", [anonymous], "+18095550123", null],
])("blocks %s", (_, items, from, found) => {
	expect(findBlock(items, from)).toEqual(found);
});

it("looks through a thousand entries in no time", () => {
	const items: BlockItem[] = Array.from({ length: 1000 }, (_, index) =>
		index % 2 === 0
			? { number: `+1809555${String(index).padStart(4, "0")}`, then }
			: { prefix: `+1${String(200 + (index % 700))}${index}`, then },
	);
	const startedAt = performance.now();
	for (let call = 0; call < 200; call += 1) findBlock(items, "+441632960000");
	expect((performance.now() - startedAt) / 200).toBeLessThan(5);
	expect(findBlock(items, "+18095550998")).toEqual(items[998]);
});
