import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getAccess } from "../../src/cloudflare/get-access.ts";
import { openAccountSource, openAccountTarget } from "../../src/cloudflare/open-account.ts";
import { restoreArchive } from "../../src/restore-archive.ts";
import { writeArchive } from "../../src/write-archive.ts";
import { type FakeCloudflare, startFakeCloudflare } from "../fake-cloudflare.ts";
import { companyAt, fillCompany, insertCampaign } from "../fill-company.ts";
import { type MemoryStore, memoryTarget, openMemoryStore } from "../memory-store.ts";

const now = () => new Date(companyAt + 60_000);

let folder = "";
let file = "";
let company: MemoryStore;
let cloudflare: FakeCloudflare;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "cloudpbx-account-"));
	file = join(folder, "company.tgz");
	company = openMemoryStore();
	fillCompany(company);
	insertCampaign(company, { id: "cmp_1" }, ["sent", "queued"]);
	cloudflare = await startFakeCloudflare(["acme-test", "acme"]);
});
afterEach(async () => {
	await cloudflare.close();
	rmSync(folder, { recursive: true, force: true });
});

function access() {
	return { apiUrl: cloudflare.url, accountId: "acc_1", token: "good-token" };
}

const options = { sleep: async () => undefined };

function restoreThere() {
	return restoreArchive(file, () => openAccountTarget(access(), "acme", options), now);
}

function count(sql: string) {
	return Number(Object.values(cloudflare.database().prepare(sql).get() ?? {})[0]);
}

function expectNothingLeft() {
	expect(count("SELECT count(*) FROM users")).toBe(0);
	expect(count("SELECT count(*) FROM sqlite_master WHERE name = 'restore_in_progress'")).toBe(0);
	expect(count("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")).toBeGreaterThan(10);
}

describe("an installation in a Cloudflare account", () => {
	it("is restored from an archive, and exported to an equal one", async () => {
		const first = await writeArchive(company, file, now());
		await restoreThere();
		expect(cloudflare.files.get("acme-voicemail voicemail/101/vm_1.mp3")).toEqual({
			bytes: Buffer.from([0xff, 0xfb, 0, 1]),
			contentType: "audio/mpeg",
		});
		const there = await openAccountSource(access(), "acme", options);
		const second = await writeArchive(there.store, join(folder, "second.tgz"), now());
		expect(second.objects).toEqual(first.objects);
		// The campaign is paused, and the mark of the local mesh is gone.
		const changed = first.tables.filter((table, index) => table.sha256 !== second.tables[index]?.sha256);
		expect(changed.map(({ name }) => name)).toEqual(["campaigns", "settings"]);
		expect(cloudflare.requests.filter((request) => request.includes("/export"))).toEqual([]);
		const target = memoryTarget();
		await restoreArchive(join(folder, "second.tgz"), async () => target, now);
		expect(target.end).toBe("finished");
	});

	it("is empty again when the restoring fails in the middle, or at its end", async () => {
		await writeArchive(company, file, now());
		for (const part of [
			'INSERT OR IGNORE INTO \\"messages\\"',
			"CREATE TRIGGER",
			"UPDATE campaigns SET status",
		]) {
			cloudflare.fault = (_, body) => (body.includes(part) ? { status: 400, isDone: false } : undefined);
			await expect(restoreThere(), part).rejects.toThrow("Cloudflare refused");
			expectNothingLeft();
		}
		cloudflare.fault = () => undefined;
		await restoreThere();
	});

	it("is brought back to where it was when an earlier restoring was killed", async () => {
		await writeArchive(company, file, now());
		const target = await openAccountTarget(access(), "acme", options);
		await target.store.query(
			"INSERT INTO extensions (id, ext, name, status, created_at, updated_at) VALUES ('half', '999', '', 'active', 0, 0)",
		);
		await expect(openAccountSource(access(), "acme", options)).rejects.toThrow("did not finish");
		await restoreThere();
		expect(count("SELECT count(*) FROM extensions WHERE id = 'half'")).toBe(0);
		expect(count("SELECT count(*) FROM users")).toBe(1);
	});

	it("is asked again when it is busy, also where the answer alone was lost", async () => {
		await writeArchive(company, file, now());
		const failed = new Set<string>();
		cloudflare.fault = (request, body) => {
			const what = body.slice(0, 60);
			if (failed.has(what)) return undefined;
			failed.add(what);
			return { status: request.length % 2 ? 429 : 503, isDone: true };
		};
		await restoreThere();
		expect(failed.size).toBeGreaterThan(20);
		expect(count("SELECT count(*) FROM messages")).toBe(3);
	});

	it("is refused when its Workers are there: they would act on half a company", async () => {
		await writeArchive(company, file, now());
		cloudflare.workers.push("acme-campaigns");
		await expect(restoreThere()).rejects.toThrow("before npm run deploy");
		expectNothingLeft();
	});

	it("is refused when it holds a company, has other migrations, or is not there", async () => {
		await writeArchive(company, file, now());
		const open = (prefix: string) => () => openAccountTarget(access(), prefix, options);
		await expect(restoreArchive(file, open("other"), now)).rejects.toThrow("There is no database other");
		await expect(openAccountSource(access(), "acme", options)).rejects.toThrow("There is no company in acme");
		const { name } = cloudflare
			.database()
			.prepare("DELETE FROM d1_migrations WHERE name = (SELECT max(name) FROM d1_migrations) RETURNING name")
			.get() as { name: string };
		await expect(restoreThere()).rejects.toThrow("run npm run db:migrate:remote first");
		cloudflare.database().exec(`INSERT INTO d1_migrations (name) VALUES ('${name}'), ('9999_later.sql')`);
		await expect(restoreThere()).rejects.toThrow("restore it with the version that made it");
		cloudflare.database().exec("DELETE FROM d1_migrations WHERE name = '9999_later.sql'");
		await restoreThere();
		await expect(restoreThere()).rejects.toThrow("acme holds a company already");
	});
});

describe("the account", () => {
	function withWrangler(script: string) {
		writeFileSync(join(folder, "wrangler"), `#!/bin/sh\n${script}\n`);
		chmodSync(join(folder, "wrangler"), 0o755);
		return { PATH: `${folder}:/bin:/usr/bin`, CLOUDFLARE_API_BASE_URL: cloudflare.url };
	}

	it("is that of the environment", async () => {
		const environment = { CLOUDFLARE_API_TOKEN: "t", CLOUDFLARE_ACCOUNT_ID: "a" };
		expect(await getAccess(environment)).toEqual({
			apiUrl: "https://api.cloudflare.com/client/v4",
			accountId: "a",
			token: "t",
		});
	});

	it("is that of wrangler's sign-in, if there is only one", async () => {
		const environment = withWrangler(
			'[ "$*" = "auth token --json" ] && echo \'{"type":"oauth","token":"good-token"}\'',
		);
		expect(await getAccess(environment)).toMatchObject({ accountId: "acc_1", token: "good-token" });
	});

	it("is asked for in one sentence when nobody is signed in, or the token is old", async () => {
		await expect(getAccess(withWrangler("exit 1"))).rejects.toThrow("Nobody is signed in to Cloudflare");
		const environment = { CLOUDFLARE_API_TOKEN: "old", CLOUDFLARE_API_BASE_URL: cloudflare.url };
		await expect(getAccess(environment)).rejects.toThrow("does not accept the sign-in (401)");
	});
});
