import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * SQLite rebuilds tables by copying and dropping them; on D1 that deleted every child row under ON DELETE CASCADE and
 * reported success (docs/decisions/0003-additive-migrations.md). So migrations only add.
 */
const destructive = [
	{ pattern: /\bDROP\s+TABLE\b/i, words: "drops a table" },
	{ pattern: /__new_/, words: "rebuilds a table" },
	{ pattern: /\bON\s+DELETE\s+CASCADE\b/i, words: "deletes rows by cascade" },
	{ pattern: /\bDROP\s+COLUMN\b/i, words: "drops a column" },
];

/** One sentence a fault; empty when every migration only adds. */
export function checkMigrations(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.flatMap((name) => checkMigration(name, readFileSync(join(folder, name), "utf8")));
}

export function checkMigration(name: string, sql: string): string[] {
	const withoutComments = sql.replace(/--.*$/gm, "");
	return destructive
		.filter(({ pattern }) => pattern.test(withoutComments))
		.map(
			({ words }) => `${name} ${words}: migrations only add (docs/decisions/0003-additive-migrations.md).`,
		);
}
