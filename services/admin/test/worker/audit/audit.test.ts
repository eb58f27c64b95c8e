import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";

let key: string;

/** In New York midnight is 04:00 UTC before the clock change on the 1st, 05:00 after. */
const events: [id: string, at: string, actorId: string, targetKind: string, targetId: string][] = [
	["aud_1", "2026-11-01T03:59:59.999Z", "usr_olive", "settings", "all"],
	["aud_2", "2026-11-01T04:00:00.000Z", "usr_jane", "extension", "ext_101"],
	["aud_3", "2026-11-02T04:59:59.999Z", "usr_olive", "extension", "ext_101"],
	["aud_4", "2026-11-02T05:00:00.000Z", "usr_olive", "extension", "ext_102"],
	["aud_5", "2026-11-02T05:00:00.000Z", "usr_jane", "user", "usr_sam"],
];

beforeAll(async () => {
	key = await giveKey();
	await db.insert(auditEvents).values(
		events.map(([id, at, actorId, targetKind, targetId]) => ({
			id,
			at: new Date(at),
			actorKind: "user" as const,
			actorId,
			actorName: actorId === "usr_jane" ? '=HYPERLINK("https://evil.example")' : "Olive",
			action: `${targetKind}.update`,
			targetKind,
			targetId,
			before: { name: "=1+1" },
			after: { name: "Jane, Smith" },
		})),
	);
});

const read = async (query: string) =>
	expectJson<Page<AuditEvent>>(await callApi(`/api/audit?${query}`, { key }), 200);

describe("the audit log", () => {
	it.each([
		["", "5 4 3 2 1"],
		["actorId=usr_olive", "4 3 1"],
		["actorId=usr_nobody", ""],
		["targetKind=extension", "4 3 2"],
		["targetKind=extension&targetId=ext_101", "3 2"],
		["targetKind=extension&targetId=ext_101&actorId=usr_olive", "3"],
		["targetKind=extension&actorId=usr_olive", "4 3"],
		["from=2026-11-02", "5 4"],
		["to=2026-11-01", "3 2 1"],
		["from=2026-11-01&to=2026-11-01", "3 2"],
		["from=2026-11-01T03:59:59.999Z&to=2026-11-01T04:00:00Z", "1"],
		["from=2026-11-01&to=2026-11-01&actorId=usr_olive", "3"],
		["from=2026-11-01&targetKind=extension&targetId=ext_101&actorId=usr_jane", "2"],
		["from=2026-11-03", ""],
	])("is read by person, thing and day: %s", async (query, numbers) => {
		const expected = numbers.split(" ").map((number) => (number ? `aud_${number}` : ""));
		const { items } = await read(query);
		expect(items.map(({ id }) => id)).toEqual(expected.filter((id) => id !== ""));
		const seen: string[] = [];
		let cursor: string | null = "";
		while (cursor !== null) {
			const page: Page<AuditEvent> = await read(`${query}&limit=1${cursor && `&cursor=${cursor}`}`);
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(items.map(({ id }) => id));
	});

	it("counts days by the clocks of the company", async () => {
		const value = "Europe/Berlin";
		await testEnv.DB.prepare("INSERT INTO settings VALUES ('timeZone', ?, 0)").bind(`"${value}"`).run();
		const { items } = await read("to=2026-11-01");
		expect(items.map(({ id }) => id)).toEqual(["aud_2", "aud_1"]);
		await testEnv.DB.exec("DELETE FROM settings");
	});

	it("comes as a file in which no cell is a formula, with the next page in Link", async () => {
		const path = "/api/audit?actorId=usr_jane&limit=1";
		const response = await callApi(path, { key, headers: { accept: "text/csv" } });
		expect(response.headers.get("content-type")).toContain("text/csv");
		expect(response.headers.get("content-disposition")).toContain("audit.csv");
		expect(response.headers.get("link")).toMatch(/^<\/api\/audit\?actorId=usr_jane&limit=1&cursor=[\w-]+>/);
		expect((await response.text()).split("\r\n")).toEqual([
			"id,at,actorKind,actorId,actorName,action,targetKind,targetId,before,after,requestId",
			`aud_5,2026-11-02T05:00:00.000Z,user,usr_jane,"'=HYPERLINK(""https://evil.example"")",user.update,user,usr_sam,"{""name"":""=1+1""}","{""name"":""Jane, Smith""}",`,
			"",
		]);
	});

	it.each([
		["targetId=ext_101", "targetKind"],
		["from=yesterday", "from"],
		["to=2026-11-31", "to"],
		["cursor=nonsense", "cursor"],
		["actorId=", "actorId"],
	])("refuses %s with the field at fault", async (query, field) => {
		const problem = await callApi(`/api/audit?${query}`, { key });
		expect(await expectJson(problem, 400)).toMatchObject({ errors: [{ in: "query", field }] });
	});
});
