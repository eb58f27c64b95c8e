import { createScheduledController } from "cloudflare:test";
import { apiKeys, auditEvents, sessions, signInAttempts } from "@cloudpbx/db/schema/admin";
import { beforeAll, describe, expect, it } from "vitest";
import worker from "../../../src/index.ts";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";

let key: string;

beforeAll(async () => {
	key = await giveKey();
});

describe("every answer", () => {
	it("carries a request id and headers that keep a browser from misusing it", async () => {
		const response = await callApi("/api/settings", { key });
		expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(response.headers.get("x-content-type-options")).toBe("nosniff");
		expect(response.headers.get("content-security-policy")).toBe(
			"default-src 'none'; frame-ancestors 'none'",
		);
	});

	it("is a problem with a code where something is refused", async () => {
		const problems = [
			[await callApi("/api/nowhere", { key }), 404, "not_found"],
			[await callApi("/api/keys", { key, body: "{broken" }), 400, "bad_input"],
			[
				await callApi("/api/keys", { key, body: "name=x", headers: { "content-type": "text/plain" } }),
				415,
				"bad_input",
			],
			[await callApi("/api/keys", { key, body: { name: "x".repeat(1_000_001) } }), 413, "limit_exceeded"],
		] as const;
		for (const [response, status, code] of problems) {
			expect(response.headers.get("content-type")).toBe("application/problem+json");
			expect(await expectJson(response, status)).toMatchObject({ type: "about:blank", status, code });
		}
	});

	it("hides what broke behind a request id", async () => {
		const broken = {
			prepare: () => {
				throw new Error("SELECT secret");
			},
		} as unknown as D1Database;
		const response = await callApi("/api/settings", { key, env: { DB: broken } });
		const text = JSON.stringify(await expectJson(response, 500));
		expect(text).toContain("requestId");
		expect(text).not.toContain("secret");
	});
});

describe("the reference", () => {
	it("is an OpenAPI 3.1 document whose references all exist", async () => {
		const response = await callApi("/api/openapi.json");
		const text = await response.clone().text();
		expect(await expectJson(response, 200)).toMatchObject({ openapi: "3.1.0" });
		const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
		for (const [, name = ""] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
			expect(components.schemas).toHaveProperty(name);
		}
	});

	it("is a page that loads nothing from elsewhere and runs no script", async () => {
		const response = await callApi("/api/docs");
		const page = await response.text();
		expect(page).toContain("/api/voicemails/{id}/audio");
		expect(page).not.toMatch(/<script|https?:\/\/|style="/);
		expect(response.headers.get("content-security-policy")).toBe(
			"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		);
		const style = await callApi("/api/docs/style.css");
		expect(style.headers.get("content-type")).toContain("text/css");
	});
});

describe("health", () => {
	it("answers anybody, and says which part does not work", async () => {
		expect(await expectJson(await callApi("/api/health"), 200)).toMatchObject({
			isReady: true,
			phonesUrl: null,
		});
		const env = {
			VOICE: { health: () => Promise.reject(new Error("down")) } as unknown as typeof testEnv.VOICE,
		};
		expect(await expectJson(await callApi("/api/health", { env }), 503)).toMatchObject({ isReady: false });
	});
});

describe("the daily cron", () => {
	it("removes what has had its time and nothing else", async () => {
		await giveUser({ email: "owner@acme.example" });
		const cookie = await signIn("owner@acme.example");
		const long = new Date(Date.now() - 800 * 24 * 3_600_000);
		await giveKey([], { id: "key_long_gone", expiresAt: long });
		await giveKey([], { id: "key_just_expired", expiresAt: new Date(Date.now() - 1000) });
		await db.insert(sessions).values({
			id: "ses_over",
			userId: "x",
			token: "x",
			expiresAt: long,
			createdAt: long,
			updatedAt: long,
		});
		await db.insert(auditEvents).values({
			id: "aud_old",
			at: long,
			actorKind: "system",
			actorName: "x",
			action: "x",
			targetKind: "x",
		});
		await worker.scheduled(createScheduledController({ cron: "23 4 * * *" }), testEnv);
		expect((await callApi("/api/me", { cookie })).status).toBe(200);
		expect(await db.$count(sessions)).toBe(1);
		const keys = (await db.select({ id: apiKeys.id }).from(apiKeys)).map(({ id }) => id);
		expect(keys).toContain("key_just_expired");
		expect(keys).not.toContain("key_long_gone");
		const audited = await db.select({ action: auditEvents.action }).from(auditEvents);
		expect(audited).toEqual([{ action: "session.start" }]);
	});

	it("removes all of it, up to a hundred thousand rows of a table in a run", async () => {
		const fill = (count: number) =>
			testEnv.DB.prepare(
				`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
				INSERT INTO sign_in_attempts (key, count, expires_at) SELECT i, 1, 1 FROM n`,
			).run();
		await db.delete(signInAttempts);
		await fill(12_000);
		await worker.scheduled(createScheduledController({ cron: "23 4 * * *" }), testEnv);
		expect(await db.$count(signInAttempts)).toBe(0);
		await fill(100_001);
		await worker.scheduled(createScheduledController({ cron: "23 4 * * *" }), testEnv);
		expect(await db.$count(signInAttempts)).toBe(1);
	}, 30_000);
});
