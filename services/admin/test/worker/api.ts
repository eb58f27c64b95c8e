import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { scryptSync } from "node:crypto";
import { type Scope, scopes } from "@cloudpbx/contracts/api/scopes";
import { openDb } from "@cloudpbx/db/open-db";
import { accounts, apiKeys, users } from "@cloudpbx/db/schema/admin";
import { hashSecret } from "../../src/access/secret.ts";
import type { Bindings } from "../../src/env.ts";
import worker from "../../src/index.ts";

export const testEnv = env as unknown as Bindings;
export const db = openDb(testEnv.DB);
const host = "https://pbx.example.com";

export interface CallOptions {
	method?: string;
	key?: string | undefined;
	cookie?: string | undefined;
	body?: unknown;
	headers?: Record<string, string>;
	env?: Partial<Bindings>;
	host?: string;
}

export async function callApi(path: string, options: CallOptions = {}): Promise<Response> {
	const { body, key, cookie } = options;
	const headers = new Headers(options.headers);
	if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
	if (cookie !== undefined) headers.set("cookie", cookie);
	if (body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
	const request = new Request(`${options.host ?? host}${path}`, {
		method: options.method ?? (body === undefined ? "GET" : "POST"),
		headers,
		body: body === undefined ? null : isRaw(body) ? body : JSON.stringify(body),
	});
	const context = createExecutionContext();
	const response = await worker.fetch(request, { ...testEnv, ...options.env }, context);
	await waitOnExecutionContext(context);
	return response;
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> {
	return typeof body === "string" || body instanceof Uint8Array;
}

export async function expectJson<Body>(response: Response, status: number): Promise<Body> {
	const text = await response.text();
	if (response.status !== status) throw new Error(`Expected ${status}, got ${response.status}: ${text}`);
	return JSON.parse(text) as Body;
}

let made = 0;

export async function giveKey(
	granted: readonly Scope[] = scopes,
	row: Partial<typeof apiKeys.$inferInsert> = {},
): Promise<string> {
	made += 1;
	const key = `cpbx_test-${made}-${crypto.randomUUID()}`;
	await db.insert(apiKeys).values({
		id: `key_test${made}`,
		name: `test ${made}`,
		keyHash: await hashSecret(key),
		hint: key.slice(0, 9),
		scopes: [...granted],
		createdAt: new Date(),
		...row,
	});
	return key;
}

export const password = "correct horse battery staple";

/** The product's format with scrypt's least cost. */
const cheapHash = `scrypt$1$8$1$00$${scryptSync(password, Buffer.from([0]), 32, { N: 2, r: 8, p: 1 }).toString("hex")}`;

export async function giveUser(row: Partial<typeof users.$inferInsert> & { email: string }): Promise<string> {
	made += 1;
	const now = new Date();
	const id = row.id ?? `usr_test${made}`;
	await db
		.insert(users)
		.values({ name: `Person ${made}`, role: "owner", createdAt: now, updatedAt: now, ...row, id });
	await db.insert(accounts).values({
		id: `acc_test${made}`,
		userId: id,
		providerId: "credential",
		accountId: id,
		password: cheapHash,
		createdAt: now,
		updatedAt: now,
	});
	return id;
}

export async function signIn(email: string, options: CallOptions = {}): Promise<string> {
	const response = await callApi("/api/auth/sign-in/email", { body: { email, password }, ...options });
	if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}
