import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { D1Migration } from "@cloudflare/vitest-plugin";

const { DB, TEST_MIGRATIONS } = env as unknown as AdminEnv & { TEST_MIGRATIONS: D1Migration[] };

/** Files share a Worker, which takes seconds to load, and nothing that one of them has stored. One reset does not always take. */
let resets = 0;
do {
	if (++resets > 10) throw new Error("What the last file has stored does not go away.");
	await reset();
} while (await DB.prepare("SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'").first());
await applyD1Migrations(DB, TEST_MIGRATIONS);
