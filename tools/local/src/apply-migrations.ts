import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Database {
	prepare(sql: string): { bind(...values: unknown[]): Statement; all<Row>(): Promise<{ results: Row[] }> };
	batch(statements: Statement[]): Promise<unknown>;
	exec(sql: string): Promise<unknown>;
}
type Statement = object;

/** Applies missing migrations, like wrangler with the table `d1_migrations`. Returns their names. */
export async function applyMigrations(
	database: Database,
	folder: string,
	isWanted: (name: string) => boolean = () => true,
): Promise<string[]> {
	await database.exec(
		"CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
	);
	const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
	const applied = new Set(results.map((row) => row.name));
	const missing = readdirSync(folder)
		.filter((name) => name.endsWith(".sql") && !applied.has(name) && isWanted(name))
		.sort();
	for (const name of missing) {
		const statements = splitMigration(readFileSync(join(folder, name), "utf8"));
		await database.batch([
			...statements.map((sql) => database.prepare(sql)),
			database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
		]);
	}
	return missing;
}

export function splitMigration(sql: string): string[] {
	return sql.split("--> statement-breakpoint").filter((statement) => statement.trim() !== "");
}
