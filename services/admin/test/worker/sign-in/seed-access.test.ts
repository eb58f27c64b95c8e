import { expect, it } from "vitest";
import {
	type SeedStatement,
	seedDemoOwner,
	seedDevelopmentKey,
	seedSetupCode,
} from "../../../src/access/seed-access.ts";
import { callApi, expectJson, password, signIn, testEnv } from "../api.ts";

const local = { ENVIRONMENT: "local" };

async function run(...statements: SeedStatement[]): Promise<void> {
	await testEnv.DB.batch(statements.map(({ sql, params }) => testEnv.DB.prepare(sql).bind(...params)));
}

it("gives the local mesh a key with every scope, and replaces it when another is chosen", async () => {
	await run(await seedDevelopmentKey("cpbx_first"));
	await run(await seedDevelopmentKey("a key somebody chose"));
	expect((await callApi("/api/me", { key: "cpbx_first", env: local })).status).toBe(401);
	const key = "mine";
	await run(await seedDevelopmentKey(key));
	expect((await callApi("/api/keys", { key, env: local })).status).toBe(200);
	expect((await callApi("/api/keys", { key })).status).toBe(401);
});

it("makes the demo owner once, and lets a real first owner claim the installation beside it", async () => {
	const demo = { name: "Demo Owner", email: "Demo@acme.example", password };
	await run(...(await seedDemoOwner(demo)));
	await run(...(await seedDemoOwner({ ...demo, password: "another one, later" })));
	const cookie = await signIn("demo@acme.example", { env: local });
	expect(await expectJson(await callApi("/api/me", { cookie, env: local }), 200)).toMatchObject({
		role: "owner",
	});

	await run(await seedSetupCode("the code"), await seedSetupCode("the code"));
	const claim = { code: "the code", name: "Olive", email: "olive@acme.example", password };
	expect((await callApi("/api/setup/claim", { body: claim, env: local })).status).toBe(201);
	expect((await callApi("/api/setup/claim", { body: claim, env: local })).status).toBe(403);
});
