import { join } from "node:path";
import { expect, it } from "vitest";
import { checkMigration, checkMigrations } from "../../src/check-migrations.ts";

it("lets a migration pass that only adds", () => {
	const sql =
		"CREATE TABLE a (b text);\n--> statement-breakpoint\nALTER TABLE a ADD c text; -- DROP TABLE is a comment here";
	expect(checkMigration("0001_a.sql", sql)).toEqual([]);
});

it("lets an index go, and a column come whose name begins with such a word", () => {
	const sql =
		"DROP INDEX `a_b`;\nALTER TABLE a ADD drop_reason text;\nALTER TABLE a ADD renamed_at integer;\nDROP INDEX c;";
	expect(checkMigration("0001_a.sql", sql)).toEqual([]);
});

const trigger = (space: string) =>
	["CREATE TRIGGER a AFTER INSERT ON b", "BEGIN", "UPDATE c SET d = CASE WHEN 1 THEN 2 END;", "END;"].join(
		space,
	);

it("lets a trigger pass on one line, and refuses it on several", () => {
	const before = "CREATE TABLE b (d text);\n--> statement-breakpoint\n";
	expect(checkMigration("0001_a.sql", `${before}${trigger(" ")}\n`)).toEqual([]);
	for (const sql of [trigger("\n"), trigger("\n\t"), trigger(" ").replace("BEGIN", "\nBEGIN")]) {
		expect(checkMigration("0001_a.sql", before + sql)).toEqual([
			expect.stringContaining("0001_a.sql has a trigger on several lines"),
		]);
	}
});

it("finds nothing to object to in the migrations that exist", () => {
	expect(checkMigrations(join(import.meta.dirname, "..", "..", "..", "..", "migrations"))).toEqual([]);
});

it.each([
	["DROP TABLE `calls`;", "drops a table"],
	["drop   table calls;", "drops a table"],
	["CREATE TABLE `__new_calls` (id text);", "rebuilds a table"],
	["FOREIGN KEY (a) REFERENCES b(c) ON DELETE cascade", "deletes rows by cascade"],
	["ALTER TABLE a DROP COLUMN b;", "drops a column"],
	["ALTER TABLE `a` DROP `b`;", "drops a column"],
	["ALTER TABLE a RENAME TO b;", "renames a table or a column"],
	["alter table `a`\n\trename column `b` to `c`;", "renames a table or a column"],
	["ALTER TABLE a RENAME b TO c;", "renames a table or a column"],
])("refuses %s", (sql, words) => {
	expect(checkMigration("0001_a.sql", sql)).toEqual([expect.stringContaining(`0001_a.sql ${words}`)]);
});
