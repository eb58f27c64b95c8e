import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import type { LiveListener } from "@cloudpbx/contracts/news/live";
import { describeGrant } from "@cloudpbx/db/credentials";
import { apiKeys, sessions, users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveFeed } from "../../../src/index.ts";
import { db, testEnv } from "../company.ts";
import { Browser, feed, introduce, nameOf, rpc, some } from "./browser.ts";

const created = new Date("2026-11-01T12:00:00Z");
const dates = { createdAt: created, updatedAt: created };
const keyScopes: Scope[] = ["calls:read", "messages:read"];

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	const later = new Date(Date.now() + 3_600_000);
	await db.batch([
		db.insert(extensions).values({ id: "ext_101", ext: "101", name: "Jane", status: "active", ...dates }),
		db.insert(users).values([
			{
				id: "usr_jane",
				name: "Jane",
				email: "jane@acme.example",
				role: "agent",
				extensionId: "ext_101",
				...dates,
			},
			{ id: "usr_olive", name: "Olive", email: "olive@acme.example", role: "owner", ...dates },
		]),
		db.insert(sessions).values([
			{ id: "ses_jane", userId: "usr_jane", token: "a", expiresAt: later, ...dates },
			{ id: "ses_jane2", userId: "usr_jane", token: "b", expiresAt: later, ...dates },
		]),
		db.insert(apiKeys).values({
			id: "key_1",
			name: "CRM",
			keyHash: "h",
			hint: "cpbx_1234",
			scopes: keyScopes,
			createdAt: created,
		}),
	]);
});

afterEach(async () => {
	vi.useRealTimers();
	await evictDurableObject(feed);
	await db.batch([db.delete(sessions), db.delete(users), db.delete(apiKeys), db.delete(extensions)]);
});

const agent = describeGrant({
	role: "agent",
	scopes: scopesOfRole.agent,
	extensionId: "ext_101",
	groups: [],
});
const owner = describeGrant({ role: "owner", scopes: [], extensionId: null, groups: null });
const program = describeGrant({ role: null, scopes: keyScopes, extensionId: null, groups: null });

const who: Record<string, LiveListener> = {
	jane: introduce({ credential: { kind: "session", id: "ses_jane" }, grant: agent }),
	janesPhone: introduce({ credential: { kind: "session", id: "ses_jane2" }, grant: agent }),
	olive: introduce({ credential: { kind: "person", id: "usr_olive" }, grant: owner }),
	key: introduce({ credential: { kind: "key", id: "key_1" }, grant: program, person: null }),
};

async function openAll(): Promise<Record<string, Browser>> {
	const browsers: Record<string, Browser> = {};
	for (const [name, listener] of Object.entries(who)) browsers[name] = await Browser.open(listener);
	return browsers;
}

async function pass(seconds: number): Promise<void> {
	vi.setSystemTime(Date.now() + seconds * 1000);
	await runDurableObjectAlarm(feed);
}

/** Expects 4001 for these browsers; the others stay connected. */
async function closedOf(browsers: Record<string, Browser>, names: string[]): Promise<void> {
	for (const name of names) expect(await browsers[name]?.isClosed, name).toBe(4001);
	await rpc.publishLive([some.conversation("still")]);
	for (const [name, browser] of Object.entries(browsers)) {
		if (!names.includes(name)) await browser.until((frames) => frames.some(isStill));
		else expect(browser.frames.some(isStill), name).toBe(false);
		browser.close();
	}
}
const isStill = (frame: Browser["frames"][number]) => nameOf(frame) === "conv_still";

describe("within a minute a socket is closed, and no other,", () => {
	it.each<[string, string[], () => Promise<unknown>]>([
		["whose session was signed out", ["jane"], () => db.delete(sessions).where(eq(sessions.id, "ses_jane"))],
		[
			"whose session has expired earlier than was known",
			["jane"],
			() => db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, "ses_jane")),
		],
		[
			"whose person was deactivated",
			["jane", "janesPhone"],
			() => db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, "usr_jane")),
		],
		[
			"whose person came by single sign-on and was deactivated",
			["olive"],
			() => db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, "usr_olive")),
		],
		[
			"whose role changed",
			["olive"],
			() => db.update(users).set({ role: "admin" }).where(eq(users.id, "usr_olive")),
		],
		[
			"whose own extension changed",
			["jane", "janesPhone"],
			() => db.update(users).set({ extensionId: null }).where(eq(users.id, "usr_jane")),
		],
		[
			"whose own extension was deactivated",
			["jane", "janesPhone"],
			() => db.update(extensions).set({ status: "inactive" }),
		],
		[
			"whose person became a member of a group",
			["jane", "janesPhone"],
			() =>
				db.insert(extensions).values({
					id: "ext_110",
					kind: "group",
					ext: "110",
					name: "Sales",
					members: ["ext_101"],
					status: "active",
					...dates,
				}),
		],
		["whose key was revoked", ["key"], () => db.update(apiKeys).set({ revokedAt: new Date() })],
		["whose key has expired", ["key"], () => db.update(apiKeys).set({ expiresAt: new Date() })],
		["whose key lost a scope", ["key"], () => db.update(apiKeys).set({ scopes: ["calls:read"] })],
		["whose key is gone", ["key"], () => db.delete(apiKeys)],
	])("%s", async (_why, names, end) => {
		const browsers = await openAll();
		await end();
		await pass(45);
		await closedOf(browsers, names);
	});
});

it("closes nobody whose credentials hold, for as long as they do, whatever else changes", async () => {
	const browsers = await openAll();
	await db.update(users).set({ name: "Jane Smith", updatedAt: new Date() });
	await db.update(apiKeys).set({ lastUsedAt: new Date() });
	for (let minute = 0; minute < 20; minute++) await pass(60);
	await closedOf(browsers, []);
});

it("comes to its check by itself, and again after the next 45 seconds", async () => {
	const browser = await Browser.open(who.key);
	const due = await runInDurableObject(feed, (_feed, state) => state.storage.getAlarm());
	expect((due ?? 0) - Date.now()).toBeLessThanOrEqual(45_000);
	await pass(45);
	await vi.waitFor(async () => {
		const next = await runInDurableObject(feed, (_feed, state) => state.storage.getAlarm());
		expect((next ?? 0) - Date.now()).toBe(45_000);
	});
	browser.close();
});

it("closes at the very moment that is known, without anything being published", async () => {
	vi.useRealTimers();
	const until = Date.now() + 400;
	const browser = await Browser.open(introduce({ until }));
	expect(await browser.isClosed).toBe(4001);
	expect(Date.now()).toBeGreaterThanOrEqual(until);
	expect(Date.now()).toBeLessThan(until + 2000);
});

it("tells nothing to a browser whose time is over, though its alarm is late", async () => {
	const browser = await Browser.open({ ...introduce(), until: Date.now() + 1000 });
	vi.setSystemTime(Date.now() + 1001);
	await rpc.publishLive([some.conversation("secret")]);
	await runDurableObjectAlarm(feed);
	expect(await browser.isClosed).toBe(4001);
	expect(browser.frames.map(nameOf)).toEqual(["hello"]);
});

it("checks at once when it is told that credentials ended", async () => {
	const browsers = await openAll();
	await db.delete(sessions).where(eq(sessions.id, "ses_jane"));
	expect(await rpc.recheckLive()).toEqual({ ok: true, value: null });
	await closedOf(browsers, ["jane"]);
});

/** Holds until the object is evicted. */
function useDatabase(database: D1Database): Promise<void> {
	return runInDurableObject(feed, (instance: LiveFeed) => {
		(instance as unknown as { env: MessagingEnv }).env = { ...testEnv, DB: database };
	});
}

it("cuts off nobody when the database fails, and asks it again ten seconds later", async () => {
	const browsers = await openAll();
	await db.update(apiKeys).set({ revokedAt: new Date() });
	const broken = {
		prepare: vi.fn(() => {
			throw new Error("D1_ERROR: overloaded");
		}),
	};
	await useDatabase(broken as unknown as D1Database);
	await pass(45);
	await vi.waitFor(() => expect(broken.prepare).toHaveBeenCalledTimes(1));
	await pass(10);
	await vi.waitFor(() => expect(broken.prepare).toHaveBeenCalledTimes(2));
	await useDatabase(testEnv.DB);
	await pass(10);
	await closedOf(browsers, ["key"]);
});

it("holds up nothing while the database is silent", async () => {
	const browsers = await openAll();
	const silent = { prepare: () => ({ bind: () => ({ raw: () => new Promise(() => undefined) }) }) };
	await useDatabase(silent as unknown as D1Database);
	await rpc.publishLive([some.campaign("silent"), some.campaign("silent", "paused")]);
	await pass(45);
	const { olive } = browsers;
	await olive?.until((frames) => frames.some((frame) => nameOf(frame) === "cmp_silent paused"));
	for (const browser of Object.values(browsers)) browser.close();
});

it("asks in one statement, each credential once, and not at all without sockets", async () => {
	const { database, cost } = measureDatabase(testEnv.DB);
	const browsers = [...Object.values(await openAll()), ...Object.values(await openAll())];
	await useDatabase(database);
	await rpc.recheckLive();
	console.log(`Four credentials of eight sockets: ${JSON.stringify(cost)}`);
	expect(cost).toMatchObject({ roundTrips: 1, statements: 1 });
	expect(cost.rowsRead).toBeLessThanOrEqual(20);
	const { rowsRead } = cost;
	for (const browser of browsers) browser.close();
	await Promise.all(browsers.map(({ isClosed }) => isClosed));
	await rpc.recheckLive();
	expect(cost.rowsRead).toBe(rowsRead);
});
