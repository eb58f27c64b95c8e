import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * SQLite rebuilds tables by copying and dropping; on D1 that deleted child rows under ON DELETE CASCADE
 * (docs/decisions/0003-additive-migrations.md). A renamed column is gone for running code. An index may go.
 */
const destructive = [
	{ pattern: /\bDROP\s+TABLE\b/i, words: "drops a table" },
	{ pattern: /__new_/, words: "rebuilds a table" },
	{ pattern: /\bON\s+DELETE\s+CASCADE\b/i, words: "deletes rows by cascade" },
	// The word COLUMN may be left out. `[^;]*` stays within the statement.
	{ pattern: /\bALTER\s+TABLE\b[^;]*\bDROP\b/i, words: "drops a column" },
	{ pattern: /\bALTER\s+TABLE\b[^;]*\bRENAME\b/i, words: "renames a table or a column" },
];

/** The statement splitter for D1 has cut triggers of several lines in two. */
const brokenTrigger = /^[^\n]*\bCREATE\s+(TEMP\w*\s+)?TRIGGER\b(?![^\n]*\bEND;[ \t]*$)/im;

/** Returns a sentence for each fault. */
export function checkMigrations(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".sql"))
		.flatMap((name) => checkMigration(name, readFileSync(join(folder, name), "utf8")));
}

export function checkMigration(name: string, sql: string): string[] {
	const withoutComments = sql.replace(/--.*$/gm, "");
	const faults = destructive
		.filter(({ pattern }) => pattern.test(withoutComments))
		.map(
			({ words }) => `${name} ${words}: migrations only add (docs/decisions/0003-additive-migrations.md).`,
		);
	if (!brokenTrigger.test(withoutComments)) return faults;
	return [
		...faults,
		`${name} has a trigger on several lines: write each on one (docs/decisions/0018-deployment.md).`,
	];
}
