import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignRecipient } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { beforeAll, describe, expect, it } from "vitest";
import { makeOfficeFile } from "../../office-file.ts";
import { callApi, expectJson, giveKey } from "../api.ts";
import { foundCompany } from "../company.ts";

const csv = { "content-type": "text/csv" };
const message = "Hello. Reply STOP to opt out.";
let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const create = (body: unknown, headers: Record<string, string> = csv) =>
	callApi(`/api/campaigns?${new URLSearchParams({ name: "Spring", message, draft: "true" })}`, {
		key,
		body,
		headers,
	});
const importOptOuts = (body: unknown, headers: Record<string, string> = csv) =>
	callApi("/api/opt-outs/import", { key, body, headers });

describe("a file through the door", () => {
	it("is read in every encoding that the runtime of the Workers decodes", async () => {
		for (let seed = 1; seed <= 60; seed += 1) {
			const { bytes, kind, rows } = makeOfficeFile(seed);
			const { id } = await expectJson<Campaign>(await create(bytes), 201);
			const path = `/api/campaigns/${id}/recipients`;
			const { items } = await expectJson<Page<CampaignRecipient>>(await callApi(path, { key }), 200);
			const read = items.map(({ number, fields }) => {
				const found = readNumber(number, "US");
				// The stub shows zone and state as fields.
				const { "@state": _state, "@timeZone": _zone, ...own } = fields;
				return { number: found.ok ? found.number : number, fields: own };
			});
			expect(read, kind).toEqual(rows.map(({ number, fields }) => ({ number, fields })));
		}
	}, 60_000);

	it("may say its encoding", async () => {
		const bytes = Uint8Array.from(
			[..."number,name\n+14155550199,Ren\u00e9"].map((sign) => sign.charCodeAt(0)),
		);
		for (const charset of ["ISO-8859-1", '"windows-1252"', "utf-8"]) {
			expect((await create(bytes, { "content-type": `text/csv; charset=${charset}` })).status).toBe(201);
		}
		const unknown = await create(bytes, { "content-type": "text/csv; charset=ebcdic" });
		expect(await expectJson(unknown, 400)).toMatchObject({ detail: expect.stringContaining("ebcdic") });
	});

	it.each([
		["number,name\n415555019.0,Ann\n", "Line 2, column 1"],
		["Phone,Mobile\n4155550199,4155550198\n", "“Phone” (column 1) and “Mobile” (column 2)"],
		['number,name\n4155550199,"Ann\n', "Line 2, column 2"],
		["sep=#\nnumber\n4155550199\n", "Line 1: “sep=#”"],
		["Name;City\nAnn;Rome\n", "Line 1, column 1"],
		["number\n4.15556E+09\n", "Line 2, column 1"],
		[Uint8Array.from([0x50, 0x4b, 3, 4, 5]), "spreadsheet"],
		[Uint8Array.from([..."number,name\n1,Jos\u008e\n"].map((sign) => sign.charCodeAt(0))), "Line 2"],
	])("that is not understood is refused by both imports: %#", async (body, words) => {
		for (const response of [await create(body), await importOptOuts(body)]) {
			expect(await expectJson(response, 400)).toMatchObject({
				code: "bad_input",
				detail: expect.stringContaining(words),
			});
		}
	});

	it("of which nothing is kept never makes a campaign, draft or not, in JSON or not", async () => {
		for (const recipients of [
			["nobody"],
			[{ number: "415555019.0" }],
			[{ phone: "4.1E9" }, "", {}],
			[{ number: "4155550199", state: "Narnia" }],
		]) {
			for (const draft of [true, false]) {
				const body = { name: "Spring", message, recipients, draft };
				const refused = await callApi("/api/campaigns", { key, body });
				expect(await expectJson(refused, 400)).toMatchObject({
					errors: [
						{ in: "body", field: "recipients", message: expect.stringMatching(/^recipients\.0, number: /) },
					],
				});
			}
		}
	});

	it("goes out with one mark", async () => {
		for (const path of ["/api/opt-outs", "/api/audit", "/api/calls", "/api/campaigns/cmp_big/recipients"]) {
			const list = await callApi(path, { key, headers: { accept: "text/csv" } });
			const bytes = new Uint8Array(await list.arrayBuffer());
			expect([...bytes.slice(0, 3)], path).toEqual([0xef, 0xbb, 0xbf]);
			expect(
				new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).lastIndexOf("\uFEFF"),
				path,
			).toBe(0);
		}
	});
});
