import type { LiveListener } from "@cloudpbx/contracts/news/live";
import { describeGrant } from "@cloudpbx/db/credentials";
import { apiKeys, sessions } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { accessTokenEnd } from "../../../src/access/verify-access-token.ts";
import { type CallOptions, callApi, db, giveKey, giveUser, signIn } from "../api.ts";

const own = { origin: "https://pbx.example.com" };
const created = new Date("2026-11-01T12:00:00Z");
let cookie: string;
let janesCookie: string;

beforeAll(async () => {
	await db.insert(extensions).values({
		id: "ext_101",
		ext: "101",
		name: "Jane",
		status: "active",
		createdAt: created,
		updatedAt: created,
	});
	await giveUser({ email: "agent@acme.example", role: "agent", id: "usr_agent", name: "Agent Åse 名" });
	await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
	cookie = await signIn("agent@acme.example");
	janesCookie = await signIn("jane@acme.example");
});

const open = (options: CallOptions, search = "") =>
	callApi(`/api/live${search}`, { ...options, headers: { upgrade: "websocket", ...options.headers } });

async function askedOf(response: Response): Promise<{ after: string | null; listener: LiveListener }> {
	expect(response.status).toBe(101);
	const socket = response.webSocket;
	if (!socket) throw new Error("There is no WebSocket.");
	const frame = new Promise<string>((resolve) => {
		socket.addEventListener("message", ({ data }) => resolve(String(data)), { once: true });
	});
	socket.accept();
	const { after, listener } = JSON.parse(await frame);
	socket.close();
	return { after, listener };
}

const listenerOf = async (options: CallOptions) => (await askedOf(await open(options))).listener;

it("opens for a browser of the own origin, and says who it is and what they may read", async () => {
	const [session] = await db.select().from(sessions).where(eq(sessions.userId, "usr_agent"));
	expect(await askedOf(await open({ cookie, headers: own }, "?after=12"))).toEqual({
		after: "12",
		listener: {
			topics: ["messages", "contacts"],
			voicemail: "all",
			credential: { kind: "session", id: session?.id },
			grant: "agent",
			until: session?.expiresAt.getTime(),
			person: { id: "usr_agent", name: "Agent Åse 名" },
		},
	});
});

it("gives an agent the voicemail of the own extension, and no other", async () => {
	const listener = await listenerOf({ cookie: janesCookie, headers: own });
	expect(listener).toMatchObject({
		topics: ["messages", "voicemails", "contacts"],
		voicemail: { extensionId: "ext_101", groupIds: [] },
		grant: "agent ext_101",
	});
});

it("gives every topic to an owner, and all voicemail", async () => {
	await giveUser({ email: "owner@acme.example", role: "owner" });
	const listener = await listenerOf({ cookie: await signIn("owner@acme.example"), headers: own });
	const topics = [
		"messages",
		"calls",
		"voicemails",
		"campaigns",
		"extensions",
		"numbers",
		"contacts",
		"settings",
	];
	expect(listener).toMatchObject({ topics, voicemail: "all", grant: "owner" });
});

it("opens for a key, with the topics of its scopes and nobody to be seen", async () => {
	const key = await giveKey(["calls:read", "voicemails:read"], { id: "key_two" });
	const elsewhere = { origin: "https://intranet.example" };
	expect(await listenerOf({ key, headers: elsewhere })).toEqual({
		topics: ["calls", "voicemails"],
		voicemail: "all",
		credential: { kind: "key", id: "key_two" },
		grant: describeGrant({
			role: null,
			scopes: ["voicemails:read", "calls:read"],
			extensionId: null,
			groups: null,
		}),
		until: null,
		person: null,
	});
});

it("says when the credentials end by themselves", async () => {
	const soon = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000);
	const key = await giveKey(["calls:read"], { id: "key_ending", expiresAt: soon });
	expect((await listenerOf({ key })).until).toBe(soon.getTime());
	await db.update(sessions).set({ expiresAt: soon });
	expect((await listenerOf({ cookie, headers: own })).until).toBe(soon.getTime());
	await db.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, "key_ending"));
	expect((await open({ key })).status).toBe(401);
});

it("knows when a token of single sign-on ends", () => {
	const tokenOf = (payload: object) =>
		`e30.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.c2ln`;
	expect(accessTokenEnd(tokenOf({ exp: 1_800_000_000 }))).toBe(1_800_000_000_000);
	expect(accessTokenEnd(tokenOf({}))).toBeNull();
});

it("is refused to another site's page with somebody's cookie", async () => {
	for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
		expect((await open({ cookie, headers })).status).toBe(403);
	}
	expect((await open({ cookie, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
});

it("believes nothing that a browser says about itself", async () => {
	const forged = encodeURIComponent(JSON.stringify({ topics: ["calls"], person: { id: "usr_owner" } }));
	const listener = await listenerOf({ cookie, headers: { ...own, "x-live-listener": forged } });
	expect(listener).toMatchObject({ topics: ["messages", "contacts"], person: { id: "usr_agent" } });
});

it("is refused without credentials, to a key that may read nothing of it, and to what is no WebSocket", async () => {
	expect((await open({ headers: own })).status).toBe(401);
	const deaf = { key: await giveKey(["keys:write"]) };
	expect((await open(deaf)).status).toBe(403);
	const refusal = await callApi("/api/live", deaf);
	expect(await refusal.json()).toMatchObject({
		status: 403,
		detail:
			"This key lacks the scope messages:read or calls:read or voicemails:read or campaigns:read or extensions:read or numbers:read or contacts:read or settings:read.",
	});
	const plain = await callApi("/api/live", { key: await giveKey() });
	expect(plain.status).toBe(426);
	expect(plain.headers.get("upgrade")).toBe("websocket");
	expect((await open({ key: await giveKey() }, "?after=-1")).status).toBe(400);
});

it("has the sockets looked at when credentials end, and is done with or without", async () => {
	let checks = 0;
	const counting = (recheckLive: () => unknown) => ({ MESSAGING: { recheckLive } }) as CallOptions["env"];
	const env = counting(() => {
		checks += 1;
		return Promise.resolve({ ok: true, value: null });
	});
	const key = await giveKey();
	await giveKey(["calls:read"], { id: "key_revoked" });
	expect((await callApi("/api/keys", { key, env })).status).toBe(200);
	expect((await callApi("/api/keys/key_unknown", { key, env, method: "DELETE" })).status).toBe(404);
	expect(checks).toBe(0);
	expect((await callApi("/api/keys/key_revoked", { key, env, method: "DELETE" })).status).toBe(204);
	expect(checks).toBe(1);
	const broken = counting(() => {
		throw new Error("down");
	});
	const out = { cookie, headers: own, method: "POST" };
	expect((await callApi("/api/auth/sign-out", { ...out, env: broken })).status).toBe(204);
	expect((await callApi("/api/auth/sign-out", { ...out, cookie: janesCookie, env })).status).toBe(204);
	expect(checks).toBe(2);
});
