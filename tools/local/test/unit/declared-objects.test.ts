import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unstable_splitSqlQuery } from "wrangler";
import { splitMigration } from "../../src/apply-migrations.ts";
import { listDeclaredObjects, listMissingObjects, migrationNames } from "../../src/declared-objects.ts";
import { repositoryRoot } from "../../src/repository-root.ts";

const folder = join(repositoryRoot, "migrations");
const statements = migrationNames(folder).flatMap((name) =>
	unstable_splitSqlQuery(readFileSync(join(folder, name), "utf8")),
);

it("lists every table, index, trigger and view that the migrations declare", () => {
	const declared = listDeclaredObjects(folder);
	const count = (type: string) => declared.filter((object) => object.type === type).length;
	for (const type of ["table", "index", "trigger", "view"]) {
		const made = new RegExp(`^(--.*\\n|\\s)*CREATE (UNIQUE |VIRTUAL )?${type}\\b`, "i");
		const dropped = new RegExp(`^(--.*\\n|\\s)*DROP ${type}\\b`, "i");
		const words = (pattern: RegExp) => statements.filter((sql) => pattern.test(sql)).length;
		// Each of the two search indexes has four more tables.
		const extra = type === "table" ? 8 : 0;
		expect(count(type), type).toBe(words(made) - words(dropped) + extra);
	}
	expect(count("trigger")).toBeGreaterThan(15);
});

it("finds each trigger whole after wrangler has split the file", () => {
	const triggers = statements.filter((sql) => /CREATE TRIGGER/.test(sql));
	const dropped = statements.filter((sql) => /DROP TRIGGER/.test(sql));
	const { length } = listDeclaredObjects(folder).filter(({ type }) => type === "trigger");
	expect(triggers).toHaveLength(length + dropped.length);
	for (const sql of triggers) expect(sql.trim()).toMatch(/\bEND;?$/);
});

it("splits migrations where wrangler does", () => {
	for (const name of migrationNames(folder)) {
		const sql = readFileSync(join(folder, name), "utf8");
		expect(splitMigration(sql).map(bare), name).toEqual(unstable_splitSqlQuery(sql).map(bare));
	}
});

it("names what a database lacks", () => {
	const declared = listDeclaredObjects(folder);
	expect(listMissingObjects(declared, declared)).toEqual([]);
	const present = declared.filter(({ name }) => name !== "calls_counted_insert" && name !== "messages");
	expect(listMissingObjects(declared, present)).toEqual(["table messages", "trigger calls_counted_insert"]);
});

function bare(sql: string): string {
	return sql
		.replace(/^--.*$/gm, "")
		.trim()
		.replace(/;$/, "");
}
