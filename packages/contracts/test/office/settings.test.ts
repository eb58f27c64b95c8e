import { expect, it } from "vitest";
import { readSettings } from "../../src/office/settings.ts";

it("takes the stored value before the installer's, and the installer's before the default", () => {
	const settings = readSettings([{ key: "companyName", value: "Acme Corp" }], {
		companyName: "Installed",
		greeting: "Hello.",
	});
	expect(settings).toMatchObject({ companyName: "Acme Corp", greeting: "Hello.", ringSeconds: 20 });
});

it("passes over a stored value that is spoilt, and a key that it does not know", () => {
	const rows = [
		{ key: "ringSeconds", value: "soon" },
		{ key: "ringSeconds2", value: 30 },
		{ key: "companyName", value: "" },
	];
	expect(readSettings(rows, { companyName: "Installed" })).toMatchObject({
		companyName: "Installed",
		ringSeconds: 20,
	});
});
