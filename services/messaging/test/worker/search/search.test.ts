import { openDb } from "@cloudpbx/db/open-db";
import { messages } from "@cloudpbx/db/schema/messaging";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { inArray, type SQL, sql } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { foldWord } from "../../../src/search/fold-word.ts";
import { matchSearch } from "../../../src/search/match-search.ts";
import { moveSearch } from "../../../src/search/move-search.ts";
import { readSearch } from "../../../src/search/read-search.ts";
import { searchMessages } from "../../../src/search/search-messages.ts";
import { db, foundCompany, mainLine, testEnv } from "../company.ts";
import { Workshop } from "../workshop.ts";

const database = testEnv.DB;

beforeAll(foundCompany);
afterEach(async () => {
	// A hundred thousand texts at once: faster without secure deletion.
	await secureDelete(false);
	await db.delete(messages);
	await secureDelete(true);
});

/** Migration 0021 switches it on. */
async function secureDelete(isOn: boolean): Promise<void> {
	const value = isOn ? 1 : 0;
	await database.batch(
		["messages_search", "messages_fts"].map((index) =>
			database.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('secure-delete', ${value})`),
		),
	);
}

/** `bodies`: texts, or an SQL expression over their number `i`. */
async function write(bodies: string[]): Promise<void> {
	for (const [index, body] of bodies.entries()) await fill(index, index + 1, `'${body}'`);
}

async function fill(from: number, to: number, body: string): Promise<void> {
	await database
		.prepare(
			`INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments, status, status_at, created_at)
				WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})
				SELECT 'msg_' || i, 'conv_1', 'inbound', 'contact', 'transactional', '+14155550199', '${mainLine}', ${body}, 1, 'received', i, i FROM n`,
		)
		.run();
}

async function find(query: string, limit = 200): Promise<string[]> {
	const found = await searchMessages(new Workshop().messaging, { query, limit });
	if (!found.ok) throw new Error(found.error.message);
	return found.value.items.map(({ body }) => body);
}

async function count(statement: string): Promise<number> {
	const row = await database.prepare(statement).first<{ count: number }>();
	return row?.count ?? Number.NaN;
}

/** FTS5's own check; a complete index is also compared with the texts. */
async function checkIndex(isComplete: boolean): Promise<void> {
	for (const index of ["messages_search", "messages_fts"])
		await database.prepare(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`).run();
	if (!isComplete) return;
	await database
		.prepare("INSERT INTO messages_search (messages_search, rank) VALUES ('integrity-check', 1)")
		.run();
}

describe("a beginning", () => {
	it("finds what begins with it, of every length and in every script", async () => {
		const bodies = [
			"Termin für Müller",
			"Appointment, please!",
			"appointments and APPLES",
			"disappointed",
			"Привет, соседи",
			"Καλημέρα σας",
			"你好世界 again",
			"안녕하세요 여러분",
			"नमस्ते दुनिया",
			"สวัสดีครับ",
			"Nguyễn Văn Đức",
			"👍🎉 great",
			"order 4155550199",
		];
		await write(bodies);
		const expectations: [string, number[]][] = [
			["ap", [2, 1]],
			["app", [2, 1]],
			["appo", [2, 1]],
			["appointment", [2, 1]],
			["appointments", [2]],
			["apples appoint", [2]],
			["appointmentsx", []],
			["müll", [0]],
			["MULLER", [0]],
			["Mu\u0308ller", [0]],
			["ПРИВЕ", [4]],
			["καλη", [5]],
			["καλημερ", []],
			["Καλημ", [5]],
			["你好", [6]],
			["你好世界", [6]],
			["안녕하세", [7]],
			["नमस्", [8]],
			["สวัสดีค", [9]],
			["nguyen", [10]],
			["đức", [10]],
			["👍", []],
			["41555501", [12]],
			["zzzzzz", []],
			["appointment zzzzzz", []],
			["zzzzzz appo", []],
		];
		for (const [query, places] of expectations)
			expect(await find(query), query).toEqual(places.map((place) => bodies[place]));
	});

	it("finds all when more words begin with it than are looked up one by one", async () => {
		await fill(0, 300, "'part' || (1000 + i) || ' of the order'");
		await fill(300, 301, "'other'");
		expect(await find("part")).toHaveLength(200);
		expect(await find("part1")).toHaveLength(200);
		expect((await find("part"))[0]).toBe("part1299 of the order");
		expect(await find("part11")).toHaveLength(100);
		expect((await find("order part10")).at(-1)).toBe("part1000 of the order");
		expect(await find("other part10")).toEqual([]);
	});

	it("folds letters as SQLite does", async () => {
		const letters = Array.from({ length: 0xd7a4 }, (_, code) => String.fromCharCode(code)).filter(
			(letter) => /[\p{L}\p{M}\p{N}]/u.test(letter) && foldWord(letter) !== null,
		);
		expect(letters.length).toBeGreaterThan(30_000);
		// Folding never changes Han and Hangul: one in fifty is enough.
		const tried = letters.filter((letter, index) => letter < "\u4e00" || index % 50 === 0);
		await write([tried.map((letter) => `q${letter}q`).join(" ")]);
		const { results } = await database
			.prepare("SELECT term FROM messages_search_words ORDER BY offset")
			.all<{ term: string }>();
		expect(results.map(({ term }) => term)).toEqual(tried.map((letter) => foldWord(`q${letter}q`)));
	});
});

describe("the cost of a search", () => {
	const queries = [
		"ap",
		"app",
		"appo",
		"appoi",
		"appointm",
		"appointment",
		"tomorrow appointm",
		"zebra",
		"zebra appoi",
		"nobodywrotethis",
		"nobody appoi",
	];

	async function countRows(): Promise<Map<string, number>> {
		const rows = new Map<string, number>();
		for (const query of queries) {
			const { database: measured, cost } = measureDatabase(database);
			const { messaging } = new Workshop();
			await searchMessages({ ...messaging, db: openDb(measured) }, { query, limit: 20 });
			rows.set(query, cost.rowsRead);
		}
		return rows;
	}

	it("does not grow with the number of texts, in rows and in time", async () => {
		const body = `'Appointment ' || (i % 7000) || ' is confirmed for tomorrow' || CASE WHEN i % 40 = 0 THEN ', zebra' ELSE '' END`;
		await fill(0, 1000, body);
		const few = await countRows();
		for (let from = 1000; from < 100_000; from += 33_000) await fill(from, from + 33_000, body);
		expect(await countRows()).toEqual(few);

		// D1 does not count rows of an FTS5 index, so only time shows them.
		const takeTime = async (expression: SQL) => {
			const page = new SQLiteAsyncDialect().sqlToQuery(
				sql`SELECT rowid FROM messages_search WHERE messages_search MATCH ${expression} ORDER BY rowid DESC LIMIT 21`,
			);
			const statement = database.prepare(page.sql).bind(...page.params);
			const startedAt = performance.now();
			await database.batch(Array.from({ length: 20 }, () => statement));
			return performance.now() - startedAt;
		};
		const shortest = new Map<string, number>();
		for (let round = 0; round < 3; round++) {
			for (const query of ["scan", ...queries]) {
				const search = readSearch(query);
				const expression = query === "scan" || !search ? sql`'"appointm"*'` : matchSearch(search);
				const milliseconds = await takeTime(expression);
				shortest.set(query, Math.min(milliseconds, shortest.get(query) ?? milliseconds));
			}
		}
		console.log(Object.fromEntries(shortest));
		const scan = shortest.get("scan") ?? 0;
		for (const query of queries) expect((shortest.get(query) ?? scan) / scan, query).toBeLessThan(0.5);
	}, 120_000);
});

describe("texts of the last release", () => {
	const old = ["alpha beginning", "beta beginning", "gamma beginning", "delta beginning"];

	/** The state after migration 0018. */
	async function goBack(): Promise<void> {
		await write(old);
		await database.batch([
			database.prepare("INSERT INTO messages_search (messages_search) VALUES ('delete-all')"),
			database.prepare("INSERT INTO messages_fts (rowid, body) SELECT position, body FROM messages"),
		]);
	}

	it("are found before, while and after they are moved", async () => {
		await goBack();
		const all = [...old].reverse();
		expect(await find("beginn")).toEqual(all);
		await fill(10, 11, "'new beginning'");
		expect(await find("beginn")).toEqual(["new beginning", ...all]);
		expect(await find("beginn", 2)).toEqual(["new beginning", "delta beginning"]);
		const { messaging } = new Workshop();
		expect(await moveSearch(messaging)).toBe(1);
		expect(await find("beginn")).toEqual(["new beginning", ...all]);
		expect(await find("ga")).toEqual(["gamma beginning"]);
		expect(await count("SELECT count(*) AS count FROM messages_fts_docsize")).toBe(0);
		expect(await moveSearch(messaging)).toBe(0);
		await checkIndex(true);
	});

	it("leave no word behind when they are deleted or changed on the way", async () => {
		await goBack();
		await fill(10, 11, "'new beginning'");
		await db.delete(messages).where(inArray(messages.body, ["beta beginning", "new beginning"]));
		await db.update(messages).set({ body: "epsilon" }).where(sql`body = 'gamma beginning'`);
		expect(await find("beginn")).toEqual(["delta beginning", "alpha beginning"]);
		expect(await find("epsi")).toEqual(["epsilon"]);
		await checkIndex(false);
		await moveSearch(new Workshop().messaging);
		expect(await find("beginn")).toEqual(["delta beginning", "alpha beginning"]);
		expect(
			await count(
				"SELECT count(*) AS count FROM messages_search_words WHERE term IN ('beta', 'gamma', 'new')",
			),
		).toBe(0);
		await checkIndex(true);
	});

	it("are moved some at a time, the newest first", async () => {
		await fill(0, 12_000, "'text ' || i");
		await database.batch([
			database.prepare("INSERT INTO messages_search (messages_search) VALUES ('delete-all')"),
			database.prepare("INSERT INTO messages_fts (rowid, body) SELECT position, body FROM messages"),
		]);
		expect(await moveSearch(new Workshop().messaging)).toBe(3);
		expect(await count("SELECT count(*) AS count FROM messages_search_docsize")).toBe(12_000);
		expect(await find("text 11999")).toEqual(["text 11999"]);
		await checkIndex(true);
	});
});
