import { exports } from "cloudflare:workers";
import { openDb } from "@cloudpbx/db/open-db";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { expect, it } from "vitest";
import { listOptOuts } from "../../../src/consent/opt-outs.ts";
import { createContext } from "../../../src/context.ts";
import { db, testEnv } from "../company.ts";

const service = exports.MessagingService;

async function fill(from: number, to: number): Promise<void> {
	await testEnv.DB.prepare(
		`WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
		INSERT INTO opt_outs (number, source, at) SELECT '+1415' || (5550000 + i), 'import', 1767225600000 + i FROM n`,
	).run();
}

it("finds one number however it is typed, and of a million without reading more than of a thousand", async () => {
	const at = new Date("2026-11-22T12:00:00Z");
	const row = { source: "person" as const, reason: "Asked.", actorName: "Olivia", at };
	await db.insert(optOuts).values([
		{ ...row, number: "+12125550177" },
		{ ...row, number: "24365" },
	]);
	const find = async (number: string) => {
		const found = await service.listOptOuts({ number });
		return found.ok ? found.value.items.map((item) => item.number) : found.error;
	};
	for (const typed of ["+12125550177", " (212) 555-0177 ", "212-555-0177", "12125550177"]) {
		expect(await find(typed), typed).toEqual(["+12125550177"]);
	}
	expect(await find("24365")).toEqual(["24365"]);
	expect(await find("+12125550178")).toEqual([]);
	for (const typed of ["nobody", "12", "+1212555017%"]) {
		expect(await find(typed), typed).toEqual({
			code: "bad_input",
			message: `number: ${typed} is not a telephone number.`,
		});
	}

	const measure = async () => {
		const { database, cost } = measureDatabase(testEnv.DB);
		const messaging = { ...createContext(testEnv, { waitUntil: () => undefined }), db: openDb(database) };
		await listOptOuts(messaging, { number: "+12125550177", limit: 50 });
		return cost;
	};
	await fill(1, 1000);
	const few = await measure();
	expect(few).toEqual({ roundTrips: 1, statements: 1, rowsRead: 1, rowsWritten: 0 });
	await fill(1001, 1_000_000);
	expect(await measure()).toEqual(few);
}, 60_000);
