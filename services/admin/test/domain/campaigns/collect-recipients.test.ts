import { serialize, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { CampaignRecipientInput, recipientsMax } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { describe, expect, it } from "vitest";
import { collectRecipients, placeRecipients } from "../../../src/domain/campaigns/collect-recipients.ts";
import { readRecipientRows } from "../../../src/domain/campaigns/read-recipient-rows.ts";

const bytesOfCallMax = 32 * 1024 * 1024;

const ofJson = (rows: readonly unknown[]) => collectRecipients(placeRecipients(rows));
const ofCsv = (text: string) => collectRecipients(readRecipientRows(text));

it("takes wrong rows among good ones, and refuses nobody at all", () => {
	expect(ofJson(["+14155550199", 7, null, { phone: "x" }])).toEqual({
		ok: true,
		value: [{ number: "+14155550199" }, { number: "7" }, { number: "(no text)" }, { number: "x" }],
	});
	const nobody = { ok: false, error: { code: "bad_input", message: "There are no recipients." } };
	expect(ofJson([])).toEqual(nobody);
	expect(ofCsv("number\n")).toEqual(nobody);
});

it("takes 100,000 and refuses one more", () => {
	const many = Array.from({ length: recipientsMax }, () => "+14155550199");
	expect(ofJson(many)).toMatchObject({ ok: true });
	const refused = { error: { code: "limit_exceeded", message: "There are more than 100000 recipients." } };
	expect(ofJson([...many, "1"])).toMatchObject(refused);
	expect(ofCsv("4155550199\n".repeat(recipientsMax))).toMatchObject({ ok: true });
	expect(ofCsv("4155550199\n".repeat(recipientsMax + 1))).toMatchObject(refused);
});

describe("fields", () => {
	it.each([
		[{ a: "x".repeat(1000) }, true],
		[{ a: "x".repeat(1001) }, false],
		[{ ["n".repeat(64)]: "x" }, true],
		[{ ["n".repeat(65)]: "x" }, false],
		[{ a: "x".repeat(995), b: "x".repeat(990) }, true],
		[{ a: "x".repeat(995), b: "x".repeat(995) }, false],
		// Each of these has six characters in JSON.
		[{ a: "\u0001".repeat(300) }, true],
		[{ a: "\u0001".repeat(340) }, false],
	])("are taken within the limits of the contract, and no further: case %#", (fields, isTaken) => {
		const collected = ofJson(["+14155550199", { number: "1", fields }]);
		expect(collected.ok).toBe(isTaken);
		if (!collected.ok) expect(collected.error.message).toMatch(/^recipients\.1: /);
		else for (const recipient of collected.value) CampaignRecipientInput.parse(recipient);
	});

	it("that do not fit are named by the line of the file", () => {
		const refused = ofCsv(`number,note\n1,a\n2,${"x".repeat(1001)}`);
		expect(refused).toMatchObject({ error: { code: "bad_input" } });
		expect(refused.ok || refused.error.message).toMatch(/^Line 3: note: /);
	});

	it.each(["x", "é", "日"])(
		"of %s are refused in all before a call to another Worker would be too large",
		(letter) => {
			const long = letter.repeat(280);
			const rows = Array.from({ length: recipientsMax }, (_, index) => ({
				number: String(4_155_550_000 + index),
				long,
			}));
			expect(ofJson(rows)).toMatchObject({ error: { code: "limit_exceeded" } });
			const count = letter === "日" ? 44_000 : 80_000;
			const collected = ofJson(rows.slice(0, count));
			if (!collected.ok) throw new Error(collected.error.message);
			const { length } = serialize(collected.value);
			expect(length).toBeGreaterThan(0.75 * bytesOfCallMax);
			expect(length).toBeLessThan(bytesOfCallMax);
		},
	);

	it("of many short columns count too", () => {
		const heading = Array.from({ length: 100 }, (_, index) => `a_rather_long_heading_${index}`).join(",");
		const text = `number,${heading}\n${`1${",2".repeat(60)}\n`.repeat(100_000)}`;
		expect(ofCsv(text)).toMatchObject({ error: { code: "limit_exceeded" } });
	});
});

describe("100,000 recipients", () => {
	const rows = Array.from({ length: recipientsMax }, (_, index) => ({
		number: `+1415${5_000_000 + index}`,
		firstName: `Name ${index}`,
		city: "San Francisco, California",
	}));
	const json = JSON.stringify({ recipients: rows });
	const csv = [
		"number,firstName,city",
		...rows.map((row) => `${row.number},${row.firstName},"${row.city}"`),
	].join("\n");

	it.each([
		["JSON", () => ofJson((JSON.parse(json) as { recipients: unknown[] }).recipients)],
		["CSV", () => ofCsv(csv)],
	])("are read from %s quickly and within bounded memory", (kind, read) => {
		read();
		collectGarbage();
		const before = process.memoryUsage().heapUsed;
		const startedAt = performance.now();
		const collected = read();
		const milliseconds = Math.round(performance.now() - startedAt);
		const grown = Math.round((process.memoryUsage().heapUsed - before) / 1e6);
		collectGarbage();
		const kept = Math.round((process.memoryUsage().heapUsed - before) / 1e6);
		console.log(`100,000 recipients from ${kind}: ${milliseconds} ms, ${grown} MB, of which ${kept} MB stay`);
		expect(collected.ok && collected.value.length).toBe(recipientsMax);
		expect(milliseconds).toBeLessThan(5000);
		expect(grown).toBeLessThan(150);
		expect(kept).toBeLessThan(60);
	});
});

function collectGarbage(): void {
	setFlagsFromString("--expose-gc");
	(runInNewContext("gc") as () => void)();
}
