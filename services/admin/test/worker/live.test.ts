import { apiKeys, sessions } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { type CallOptions, callApi, db, giveKey, giveUser, signIn } from "./api.ts";

const own = { origin: "https://pbx.example.com" };
let cookie: string;

beforeAll(async () => {
	await giveUser({ email: "agent@acme.example", role: "agent" });
	cookie = await signIn("agent@acme.example");
});

const open = (options: CallOptions, search = "") =>
	callApi(`/api/live${search}`, { ...options, headers: { upgrade: "websocket", ...options.headers } });

/** What messaging was asked for: the stub says it in its first frame. */
async function askedOf(response: Response): Promise<Record<string, string>> {
	expect(response.status).toBe(101);
	const socket = response.webSocket;
	if (!socket) throw new Error("There is no WebSocket.");
	const frame = new Promise<string>((resolve) => {
		socket.addEventListener("message", ({ data }) => resolve(String(data)), { once: true });
	});
	socket.accept();
	const { asked } = JSON.parse(await frame) as { asked: Record<string, string> };
	socket.close();
	return asked;
}

it("opens for a browser of the own origin, which hears what its person may read", async () => {
	const asked = await askedOf(await open({ cookie, headers: own }, "?after=12"));
	expect(asked).toMatchObject({ topics: "messages", after: "12" });
	expect(Number(asked.until)).toBeGreaterThan(Date.now() + 4 * 60_000);
	expect(Number(asked.until)).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
});

it("opens for a key, and names the topics of its scopes", async () => {
	expect(await askedOf(await open({ key: await giveKey() }))).toMatchObject({
		topics: "messages,calls,campaigns",
	});
	const calls = await giveKey(["calls:read"]);
	const elsewhere = { origin: "https://intranet.example" };
	expect(await askedOf(await open({ key: calls, headers: elsewhere }))).toMatchObject({ topics: "calls" });
});

it("ends no later than the credentials do", async () => {
	const soon = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000);
	const key = await giveKey(["calls:read"], { id: "key_ending", expiresAt: soon });
	expect(Number((await askedOf(await open({ key }))).until)).toBe(soon.getTime());
	await db.update(sessions).set({ expiresAt: soon });
	expect(Number((await askedOf(await open({ cookie, headers: own }))).until)).toBe(soon.getTime());
	await db.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, "key_ending"));
	expect((await open({ key })).status).toBe(401);
});

it("is refused to another site's page with somebody's cookie", async () => {
	for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
		expect((await open({ cookie, headers })).status).toBe(403);
	}
	expect((await open({ cookie, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
});

it("is refused without credentials, to a key that may read nothing of it, and to what is no WebSocket", async () => {
	expect((await open({ headers: own })).status).toBe(401);
	const deaf = { key: await giveKey(["keys:write"]) };
	expect((await open(deaf)).status).toBe(403);
	const refusal = await callApi("/api/live", deaf);
	expect(await refusal.json()).toMatchObject({
		status: 403,
		detail: "This key lacks the scope messages:read or calls:read or campaigns:read.",
	});
	const plain = await callApi("/api/live", { key: await giveKey() });
	expect(plain.status).toBe(426);
	expect(plain.headers.get("upgrade")).toBe("websocket");
	expect((await open({ key: await giveKey() }, "?after=-1")).status).toBe(400);
});
