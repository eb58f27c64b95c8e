import { type Scope, scopes, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../../src/access/guard.ts";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { loadDescription, type Operation } from "../openapi.ts";

let operations: Operation[];

beforeAll(async () => {
	({ operations } = await loadDescription());
});

const publicPaths = [
	"/api/health",
	"/api/auth/sign-in/email",
	"/api/auth/reset-password",
	"/api/auth/reset-password/look",
	"/api/setup",
	"/api/setup/claim",
	"/api/invitations/accept",
	"/api/invitations/look",
	"/api/openapi.json",
	"/api/docs",
	"/api/docs/style.css",
];

/** Sends no body: a refusal comes before the body is read. */
function send({ method, path }: Operation, options: Parameters<typeof callApi>[1] = {}) {
	return callApi(path.replaceAll(/\{\w+\}/g, "some_id"), { ...options, method });
}

describe("every route", () => {
	it("declares who may use it, and only what nobody can have credentials for is public", () => {
		expect(operations.length).toBeGreaterThan(40);
		for (const { path, access } of operations) {
			expect(access === "public", path).toBe(publicPaths.includes(path));
		}
	});

	it("answers 401 without credentials and with wrong ones", async () => {
		const wrong = [
			{},
			{ key: "cpbx_wrong" },
			{ headers: { authorization: "Basic abc" } },
			{ cookie: "__Secure-cloudpbx.session_token=abc.def" },
		];
		for (const operation of operations.filter(({ access }) => access !== "public")) {
			for (const options of wrong) {
				const response = await send(operation, options);
				const name = `${operation.method} ${operation.path}`;
				expect(response.status, name).toBe(401);
				expect(response.headers.get("www-authenticate"), name).toContain("Bearer");
			}
		}
	});

	it("answers 403 and names the scope when a key has all but that one", async () => {
		const keys = new Map<Scope, string>();
		for (const scope of scopes) keys.set(scope, await giveKey(scopes.filter((other) => other !== scope)));
		for (const operation of operations) {
			const scope = operation.access === "public" ? null : scopeOf(operation.access);
			if (scope === null) continue;
			const problem = await expectJson<{ code: string; detail: string; requestId: string }>(
				await send(operation, { key: keys.get(scope) }),
				403,
			);
			expect(problem).toMatchObject({ code: "forbidden", detail: `This key lacks the scope ${scope}.` });
			expect(problem.requestId).not.toBe("");
		}
	});

	it("names the scope before it asks for an owner", async () => {
		const key = await giveKey(["calls:read"]);
		const { detail } = await expectJson<{ detail: string }>(
			await callApi("/api/init-db", { method: "POST", key }),
			403,
		);
		expect(detail).toBe("This key lacks the scope settings:write.");
	});

	it("opens to exactly those roles whose scopes say so", async () => {
		for (const role of ["owner", "admin", "agent"] as const) {
			await giveUser({ email: `${role}@acme.example`, role });
			const cookie = await signIn(`${role}@acme.example`);
			for (const operation of operations) {
				const { access, path } = operation;
				if (access === "public" || access === "person") continue;
				const scope = scopeOf(access);
				const isAllowed =
					(scope === null || scopesOfRole[role].includes(scope)) && (access !== "owner" || role === "owner");
				const { status } = await send(operation, { cookie });
				expect(status === 403, `${role} ${operation.method} ${path}: ${status}`).toBe(!isAllowed);
			}
		}
	});

	it("has no room for settings, campaigns, people or keys in an agent's hands", () => {
		const rooms = new Set(scopesOfRole.agent.map((scope) => scope.split(":")[0]));
		for (const room of ["settings", "campaigns", "users", "keys", "extensions", "numbers", "audit"]) {
			expect(rooms.has(room)).toBe(false);
		}
	});
});

describe("a key", () => {
	it("opens nothing once it is revoked or has expired", async () => {
		const { key, id } = await expectJson<{ key: string; id: string }>(
			await callApi("/api/keys", { key: await giveKey(), body: { name: "short", scopes: ["calls:read"] } }),
			201,
		);
		expect(key).toMatch(/^cpbx_[\w-]{43}$/);
		expect((await callApi("/api/calls", { key })).status).toBe(200);
		const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
		expect(JSON.stringify(row)).not.toContain(key.slice(9));
		const revoke = await callApi(`/api/keys/${id}`, { key: await giveKey(), method: "DELETE" });
		expect(revoke.status).toBe(204);
		expect((await callApi("/api/calls", { key })).status).toBe(401);
		const expired = await giveKey(scopes, { expiresAt: new Date(Date.now() - 1) });
		expect((await callApi("/api/calls", { key: expired })).status).toBe(401);
	});

	it("cannot make one that may do more than it may itself", async () => {
		const key = await giveKey(["keys:write", "calls:read"]);
		const make = (granted: Scope[]) => callApi("/api/keys", { key, body: { name: "x", scopes: granted } });
		expect((await make(["calls:read"])).status).toBe(201);
		expect((await make(["calls:read", "users:write"])).status).toBe(403);
	});

	it("cannot make one that lives longer than itself", async () => {
		const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
		const key = await giveKey(["keys:write", "calls:read"], { expiresAt: at(1) });
		const make = (expiresAt?: string | null) =>
			callApi("/api/keys", { key, body: { name: "x", scopes: ["calls:read"], expiresAt } });
		for (const expiresAt of [undefined, null, at(2).toISOString()]) {
			expect((await make(expiresAt)).status, String(expiresAt)).toBe(403);
		}
		expect((await make(at(0.5).toISOString())).status).toBe(201);
		// A key of a person needs no end: the session has one.
		const body = { name: "x", scopes: ["calls:read"] };
		const cookie = await signIn("owner@acme.example");
		expect((await callApi("/api/keys", { cookie, body })).status).toBe(201);
	});

	it("shows its last use, written at most once a minute", async () => {
		const key = await giveKey(["keys:write"], { id: "key_watched" });
		const lastUse = async () =>
			(await db.select().from(apiKeys).where(eq(apiKeys.id, "key_watched")))[0]?.lastUsedAt?.getTime();
		await callApi("/api/keys", { key });
		const first = await lastUse();
		expect(first).toBeGreaterThan(Date.now() - 10_000);
		await callApi("/api/keys", { key });
		expect(await lastUse()).toBe(first);
		await db
			.update(apiKeys)
			.set({ lastUsedAt: new Date(Date.now() - 61_000) })
			.where(eq(apiKeys.id, "key_watched"));
		await callApi("/api/keys", { key });
		expect(await lastUse()).toBeGreaterThanOrEqual(first ?? Number.POSITIVE_INFINITY);
	});

	it("of the local mesh is refused everywhere else", async () => {
		const key = await giveKey(scopes, { origin: "development" });
		expect((await callApi("/api/me", { key })).status).toBe(401);
		expect((await callApi("/api/me", { key, env: { ENVIRONMENT: "local" } })).status).toBe(200);
	});

	it("alone decides: a wrong one is not made good by a cookie", async () => {
		const cookie = await signIn("owner@acme.example");
		expect((await callApi("/api/me", { cookie, key: "cpbx_wrong" })).status).toBe(401);
	});
});

describe("another site", () => {
	it("cannot change anything with somebody's cookie, and can with its own key", async () => {
		const cookie = await signIn("owner@acme.example");
		const body = { name: "x", scopes: ["calls:read"] };
		for (const headers of [
			{ origin: "https://evil.example" },
			{ origin: "null" },
			{ "sec-fetch-site": "cross-site" },
			{ "sec-fetch-site": "same-site" },
		] as Record<string, string>[]) {
			expect((await callApi("/api/keys", { cookie, body, headers })).status).toBe(403);
		}
		const own = { origin: "https://pbx.example.com", "sec-fetch-site": "same-origin" };
		expect((await callApi("/api/keys", { cookie, body, headers: own })).status).toBe(201);
		const key = await giveKey();
		const elsewhere = { origin: "https://intranet.example" };
		expect((await callApi("/api/keys", { key, body, headers: elsewhere })).status).toBe(201);
	});
});

describe("Cloudflare Access", () => {
	const configured = { ACCESS_TEAM_DOMAIN: "acme.cloudflareaccess.com", ACCESS_AUD: "the-audience" };
	const claims = {
		iss: "https://acme.cloudflareaccess.com",
		aud: ["the-audience"],
		email: "Owner@acme.example",
	};
	let keys: CryptoKeyPair;

	beforeAll(async () => {
		keys = await makeKeys();
		const { fetch } = globalThis;
		globalThis.fetch = async (input, init) => {
			if (String(input) !== "https://acme.cloudflareaccess.com/cdn-cgi/access/certs")
				return fetch(input, init);
			const jwk = await crypto.subtle.exportKey("jwk", keys.publicKey);
			return Response.json({ keys: [{ ...jwk, kid: "current", alg: "RS256", use: "sig" }] });
		};
		return () => {
			globalThis.fetch = fetch;
		};
	});

	const present = (token: string, options: Parameters<typeof callApi>[1] = {}) =>
		callApi("/api/me", { env: configured, headers: { "cf-access-jwt-assertion": token }, ...options });

	it("lets somebody in who was invited", async () => {
		const me = await expectJson(await present(await sign(keys, claims)), 200);
		expect(me).toMatchObject({ email: "owner@acme.example", role: "owner" });
	});

	it("lets nobody in with a token that is expired, of another key, team, application or person", async () => {
		await giveUser({ email: "gone@acme.example", deactivatedAt: new Date() });
		const bad = [
			await sign(keys, { ...claims, exp: Math.floor(Date.now() / 1000) - 10 }),
			await sign(await makeKeys(), claims),
			await sign(keys, { ...claims, iss: "https://evil.cloudflareaccess.com" }),
			await sign(keys, { ...claims, aud: ["another"] }),
			await sign(keys, { ...claims, email: "stranger@acme.example" }),
			await sign(keys, { ...claims, email: "gone@acme.example" }),
			await sign(keys, { ...claims, email: undefined }),
			"not.a.token",
			"",
		];
		for (const token of bad) expect((await present(token)).status).toBe(401);
		const cookie = await signIn("owner@acme.example");
		expect((await present("not.a.token", { cookie })).status).toBe(401);
	});

	it("is ignored where it is not configured", async () => {
		const off = { ACCESS_TEAM_DOMAIN: "acme.cloudflareaccess.com", ACCESS_AUD: "" };
		const token = await sign(keys, claims);
		expect((await present(token, { env: off })).status).toBe(401);
		const cookie = await signIn("owner@acme.example");
		expect((await present("not.a.token", { env: off, cookie })).status).toBe(200);
	});
});

it("signs nobody in without a secret to sign with", async () => {
	const env = { ...testEnv, AUTH_SECRET: "" };
	const body = { email: "owner@acme.example", password: "x" };
	expect((await callApi("/api/auth/sign-in/email", { body, env })).status).toBe(500);
});

async function makeKeys(): Promise<CryptoKeyPair> {
	const algorithm = {
		name: "RSASSA-PKCS1-v1_5",
		modulusLength: 2048,
		publicExponent: new Uint8Array([1, 0, 1]),
		hash: "SHA-256",
	};
	return (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
}

async function sign(keys: CryptoKeyPair, claims: Record<string, unknown>): Promise<string> {
	const exp = Math.floor(Date.now() / 1000) + 60;
	const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
	const text = `${encode({ alg: "RS256", kid: "current", typ: "JWT" })}.${encode({ exp, ...claims })}`;
	const signature = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", keys.privateKey, Buffer.from(text));
	return `${text}.${Buffer.from(signature).toString("base64url")}`;
}
