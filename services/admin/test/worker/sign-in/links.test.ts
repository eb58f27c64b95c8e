import { invitations, setupCodes, signInAttempts } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "../../../src/access/secret.ts";
import { callApi, db, expectJson, giveKey, giveUser, password, signIn } from "../api.ts";

describe("the set-up", () => {
	const read = async (env = {}) => expectJson(await callApi("/api/setup", { env }), 200);

	it("says who may sign in and how, and nothing else", async () => {
		await giveUser({ email: "demo@acme.example", origin: "development" });
		const unclaimed = { isClaimed: false, companyName: "Acme Corp", accessOnly: false };
		expect(await read({ COMPANY_NAME: "Acme Corp" })).toEqual(unclaimed);
		await db.insert(setupCodes).values({ codeHash: await hashSecret("the-code"), createdAt: new Date() });
		const body = { code: "the-code", name: "Olive", email: "olive@acme.example", password };
		expect((await callApi("/api/setup/claim", { body })).status).toBe(201);
		expect(await read({ COMPANY_NAME: "Acme Corp" })).toEqual({ ...unclaimed, isClaimed: true });
		const env = { ACCESS_TEAM_DOMAIN: "acme.cloudflareaccess.com", ACCESS_AUD: "tag" };
		expect(await read(env)).toMatchObject({ accessOnly: true });
	});
});

describe("looking at an invitation", () => {
	interface Made {
		id: string;
		token: string;
		expiresAt: string;
	}
	let cookie: string;

	beforeAll(async () => {
		await giveUser({ email: "host@acme.example", name: "Olive Host" });
		cookie = await signIn("host@acme.example");
		const at = new Date();
		await db
			.insert(extensions)
			.values({ id: "ext_101", ext: "101", name: "Jane", status: "active", createdAt: at, updatedAt: at });
	});

	const invite = async (email: string, by: object = { cookie }) =>
		expectJson<Made>(
			await callApi("/api/invitations", { ...by, body: { email, role: "agent", extension: "101" } }),
			201,
		);
	const look = (token: string, options = {}) =>
		callApi("/api/invitations/look", { body: { token }, ...options });
	const refusal = async (token: string, status: number) =>
		(await expectJson<{ detail: string }>(await look(token), status)).detail;

	it("says who invites whom as what, as often as one looks", async () => {
		const { token, expiresAt } = await invite("jane@acme.example");
		const env = { COMPANY_NAME: "Acme Corp" };
		for (let count = 0; count < 12; count += 1) {
			expect(await expectJson(await look(token, { env }), 200)).toEqual({
				companyName: "Acme Corp",
				invitedBy: "Olive Host",
				email: "jane@acme.example",
				role: "agent",
				extension: "101",
				expiresAt,
			});
		}
		const byProgram = await invite("sam@acme.example", { key: await giveKey() });
		expect(await expectJson(await look(byProgram.token), 200)).toMatchObject({ invitedBy: null });
	});

	it("says of one that is used, expired or withdrawn what to do", async () => {
		const { token } = await invite("used@acme.example");
		const body = { token, name: "Used", password };
		expect((await callApi("/api/invitations/accept", { body })).status).toBe(201);
		expect(await refusal(token, 409)).toContain("Sign in");

		const late = await invite("late@acme.example");
		const past = new Date(Date.now() - 1);
		await db.update(invitations).set({ expiresAt: past }).where(eq(invitations.id, late.id));
		expect(await refusal(late.token, 412)).toContain("Ask Olive Host for a new one");

		const withdrawn = await invite("gone@acme.example");
		await callApi(`/api/invitations/${withdrawn.id}`, { cookie, method: "DELETE" });
		expect(await refusal(withdrawn.token, 404)).toContain("Ask for a new one");
		const replaced = await invite("twice@acme.example");
		await invite("twice@acme.example");
		expect(await refusal(replaced.token, 404)).toContain("a newer one took its place");
	});

	it("is counted like signing in", async () => {
		await db.delete(signInAttempts);
		for (let count = 0; count < 10; count += 1) expect((await look("inv_guessed")).status).toBe(404);
		const refused = await look("inv_guessed");
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
	});
});
