import { describe, expect, it } from "vitest";
import { labelForExtension, labelForOrder, readExtensionLabel } from "../../src/domain/number-label.ts";
import { explainNoneFound } from "../../src/domain/purchase-words.ts";

describe("our mark on a number", () => {
	const id = `ext_${"0123456789abcdef".repeat(2)}`;

	it("fits into the carrier's 64 characters and tells for whom the number was bought", () => {
		const label = labelForExtension("104", id);
		expect(label.length).toBeLessThanOrEqual(64);
		expect(readExtensionLabel(label)).toBe(id);
	});

	it("is not read out of anything else", () => {
		for (const label of [labelForOrder("ord_1"), "", "(212) 555-0100", "My CloudPBX 104 (ext_1)"]) {
			expect(readExtensionLabel(label)).toBeNull();
		}
	});
});

describe("why there is no number", () => {
	it("names the places that were searched", () => {
		expect(explainNoneFound("212", ["area"])).toContain("rent in area code 212. Try");
		expect(explainNoneFound("212", ["area", "state", "country"])).toContain(
			"in area code 212, in its state, anywhere in the country.",
		);
		expect(explainNoneFound(null, ["area"])).toContain("rent in the country.");
	});
});
