import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { D1Migration } from "@cloudflare/vitest-plugin";
import { vi } from "vitest";

const { DB, TEST_MIGRATIONS } = env as unknown as { DB: D1Database; TEST_MIGRATIONS: D1Migration[] };

/** A reset may fail while a request of the previous file is still running. */
const resetsMax = 20;

/** Files share a process; each begins with empty storage. */
async function emptyStorage(): Promise<void> {
	for (let resets = 0; resets < resetsMax; resets++) {
		await reset();
		const left = await DB.prepare("SELECT count(*) AS count FROM sqlite_master").first<number>("count");
		if (left === 0) return;
	}
	throw new Error("The database of the test file before does not go away.");
}

vi.useRealTimers();
vi.unstubAllGlobals();
await emptyStorage();
await applyD1Migrations(DB, TEST_MIGRATIONS);
