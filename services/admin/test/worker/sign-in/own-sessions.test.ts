import type { Page } from "@cloudpbx/contracts/api/page";
import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import { sessions } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";

const phone =
	"Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";

const list = async (cookie: string, query = "") =>
	expectJson<Page<OwnSession>>(await callApi(`/api/me/sessions${query}`, { cookie }), 200);
const end = (cookie: string, id: string) => callApi(`/api/me/sessions/${id}`, { cookie, method: "DELETE" });

it("lists one's own browsers, newest first and by page, and nobody else's", async () => {
	const id = await giveUser({ email: "jane@acme.example", role: "agent" });
	await giveUser({ email: "sam@acme.example" });
	const here = await signIn("jane@acme.example", { headers: { "user-agent": phone } });
	await signIn("sam@acme.example");
	await signIn("jane@acme.example", { headers: { "user-agent": `curl/${"8".repeat(1000)}` } });
	await signIn("jane@acme.example");
	const past = new Date(Date.now() - 1);
	const row = { userId: id, createdAt: past, updatedAt: past, expiresAt: past };
	await db.insert(sessions).values({ ...row, id: "ses_over", token: "over" });

	const { items } = await list(here);
	expect(items).toMatchObject([
		{ browser: null, isThis: false },
		{ browser: `curl/${"8".repeat(75)}`, isThis: false },
		{ browser: "Safari on iPhone", isThis: true },
	]);
	const [newest] = items;
	expect(Object.keys(newest ?? {}).sort()).toEqual([
		"browser",
		"createdAt",
		"expiresAt",
		"id",
		"isThis",
		"lastSeenAt",
	]);
	const days = (Date.parse(newest?.expiresAt ?? "") - Date.now()) / 86_400_000;
	expect(Math.round(days)).toBe(14);

	const seen: string[] = [];
	let cursor: string | null = "";
	while (cursor !== null) {
		const page: Page<OwnSession> = await list(here, `?limit=1${cursor && `&cursor=${cursor}`}`);
		seen.push(...page.items.map((session) => session.id));
		cursor = page.nextCursor;
	}
	expect(seen).toEqual(items.map((session) => session.id));

	const rows = await db.select().from(sessions).where(eq(sessions.userId, id));
	expect(rows.every(({ ipAddress }) => !ipAddress)).toBe(true);
	expect(Math.max(...rows.map(({ userAgent }) => userAgent?.length ?? 0))).toBe(300);
});

it("ends one's own and looks, to anybody else, as if it did not exist", async () => {
	await giveUser({ email: "ana@acme.example", role: "agent" });
	await giveUser({ email: "eve@acme.example" });
	const [here, there, eve] = [
		await signIn("ana@acme.example"),
		await signIn("ana@acme.example"),
		await signIn("eve@acme.example"),
	];
	const { items } = await list(here);
	const [other, own] = [items.find(({ isThis }) => !isThis), items.find(({ isThis }) => isThis)];
	expect((await end(eve, other?.id ?? "")).status).toBe(404);
	expect((await list(eve)).items).toHaveLength(1);
	expect((await callApi("/api/me", { cookie: there })).status).toBe(200);

	const ended = await end(here, other?.id ?? "");
	expect(ended.status).toBe(204);
	expect(ended.headers.getSetCookie()).toEqual([]);
	expect((await callApi("/api/me", { cookie: there })).status).toBe(401);
	expect((await end(here, other?.id ?? "")).status).toBe(404);
	const { items: events } = await expectJson<{ items: object[] }>(
		await callApi(`/api/audit?targetKind=session&targetId=${other?.id}`, { key: await giveKey() }),
		200,
	);
	expect(events).toMatchObject([{ action: "session.end", actor: { kind: "user" } }]);

	const out = await end(here, own?.id ?? "");
	expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
	expect((await callApi("/api/me", { cookie: here })).status).toBe(401);
});

it("shows the last use, written at most once a quarter of an hour", async () => {
	const id = await giveUser({ email: "seen@acme.example" });
	const cookie = await signIn("seen@acme.example");
	const use = async (minutesAgo: number) => {
		const at = new Date(Date.now() - minutesAgo * 60_000);
		await db.update(sessions).set({ updatedAt: at }).where(eq(sessions.userId, id));
		await callApi("/api/me", { cookie });
		const [session] = (await list(cookie)).items;
		return Math.round((Date.now() - Date.parse(session?.lastSeenAt ?? "")) / 60_000);
	};
	expect(await use(14)).toBe(14);
	expect(await use(16)).toBe(0);
	expect((await list(cookie)).items).toHaveLength(1);
});

it("is for people, not for keys", async () => {
	const key = await giveKey();
	expect((await callApi("/api/me/sessions", { key })).status).toBe(403);
	expect((await callApi("/api/me/sessions/ses_1", { key, method: "DELETE" })).status).toBe(403);
});
