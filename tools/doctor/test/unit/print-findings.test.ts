import { expect, it } from "vitest";
import { printFindings } from "../../src/print-findings.ts";

it("says that all is well, or what is wrong by how much it matters", () => {
	const url = "https://phones.acme.co";
	expect(printFindings(url, [])).toBe("CloudPBX at https://phones.acme.co: all is well.");
	const finding = { id: "a", meaning: "Texts are lost.", todo: "Repair it." };
	const words = printFindings(url, [
		{ ...finding, level: "error" },
		{ ...finding, id: "b", level: "info" },
	]);
	expect(words).toBe(
		[
			"CloudPBX at https://phones.acme.co:",
			"",
			"Does not work",
			"",
			"  Texts are lost.",
			"  → Repair it.",
			"    (a)",
			"",
			"Good to know",
			"",
			"  Texts are lost.",
			"  → Repair it.",
			"    (b)",
		].join("\n"),
	);
});

it("lets no reason of the carrier's steer the terminal", () => {
	const finding = {
		id: "a",
		level: "error" as const,
		meaning: "Rejected (\u001b[2J\nall is well).",
		todo: "\u0007",
	};
	expect(printFindings("u", [finding])).toContain("  Rejected ( [2J all is well).\n  →  \n");
});
