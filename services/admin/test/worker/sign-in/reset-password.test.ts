import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { NewResetLink } from "@cloudpbx/contracts/api/links";
import { type Role, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import { accounts, passwordResets, signInAttempts, users } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createContext } from "../../../src/context.ts";
import { sweep } from "../../../src/operations/system/sweep.ts";
import {
	type CallOptions,
	callApi,
	db,
	expectJson,
	giveKey,
	giveUser,
	password,
	signIn,
	testEnv,
} from "../api.ts";

const newPassword = "a long forgotten secret";
let key: string;
let made = 0;

beforeAll(async () => {
	key = await giveKey();
	await giveUser({ id: "usr_olive", email: "olive@acme.example", name: "Olive" });
});

beforeEach(async () => {
	await db.delete(signInAttempts);
});

async function givePerson(role: Role = "agent") {
	made += 1;
	const email = `person${made}@acme.example`;
	return { id: await giveUser({ email, name: "Jane Smith", role }), email };
}

async function makeLink(id: string, by: CallOptions = { key }): Promise<NewResetLink> {
	const response = await callApi(`/api/users/${id}/reset-link`, { ...by, method: "POST" });
	return expectJson<NewResetLink>(response, 201);
}

const look = (token: string, headers = {}) =>
	callApi("/api/auth/reset-password/look", { body: { token }, headers });
const reset = (token: string, chosen = newPassword) =>
	callApi("/api/auth/reset-password", { body: { token, password: chosen } });
const signInWith = async (email: string, chosen: string) =>
	(await callApi("/api/auth/sign-in/email", { body: { email, password: chosen } })).status;

async function expectRefusal(response: Response, status: number, words: string): Promise<void> {
	const { detail } = await expectJson<{ detail: string }>(response, status);
	expect(detail).toContain(words);
}

describe("a link for a new password", () => {
	it("says whose it is, sets the password once, and ends every session of that person", async () => {
		const { id, email } = await givePerson();
		const cookie = await signIn(email);
		const other = await signIn("olive@acme.example");
		const { link, token, expiresAt } = await makeLink(id);
		expect(link).toBe(`https://pbx.example.com/reset-password#${token}`);
		const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
		expect(hours).toBeGreaterThan(23.9);
		expect(hours).toBeLessThanOrEqual(24);
		expect(JSON.stringify(await db.select().from(passwordResets))).not.toContain(token);

		const env = { COMPANY_NAME: "Acme Corp" };
		const seen = await callApi("/api/auth/reset-password/look", { body: { token }, env });
		expect(await expectJson(seen, 200)).toEqual({
			companyName: "Acme Corp",
			name: "Jane Smith",
			email,
			expiresAt,
		});
		expect((await callApi("/api/me", { cookie })).status).toBe(200);
		expect((await reset(token, "short")).status).toBe(400);
		expect((await reset(token)).status).toBe(204);
		expect((await callApi("/api/me", { cookie })).status).toBe(401);
		expect((await callApi("/api/me", { cookie: other })).status).toBe(200);
		expect(await signInWith(email, password)).toBe(401);
		expect(await signInWith(email, newPassword)).toBe(200);
		await expectRefusal(await reset(token, "yet another secret"), 409, "used already");
		await expectRefusal(await look(token), 409, "Sign in with the new password");
		expect(await signInWith(email, newPassword)).toBe(200);

		const { items } = await expectJson<{ items: AuditEvent[] }>(
			await callApi(`/api/audit?targetKind=user&targetId=${id}`, { key }),
			200,
		);
		const ofPassword = items.filter(({ action }) => action.startsWith("password"));
		expect(ofPassword.map(({ action, actor }) => [action, actor.kind])).toEqual([
			["password.reset", "user"],
			["password_reset.create", "key"],
		]);
		expect(JSON.stringify(items)).not.toContain(token);
	});

	it("lets one in of two at the same moment", async () => {
		const { id, email } = await givePerson();
		const { token } = await makeLink(id);
		const chosen = ["the first secret", "the second secret", "the third secret"];
		const answers = await Promise.all(chosen.map((one) => reset(token, one)));
		const statuses = answers.map(({ status }) => status);
		expect([...statuses].sort()).toEqual([204, 409, 409]);
		for (const [index, one] of chosen.entries()) {
			expect(await signInWith(email, one)).toBe(statuses[index] === 204 ? 200 : 401);
		}
	});

	it("gives a password to somebody who has none", async () => {
		const { id, email } = await givePerson();
		await db.delete(accounts).where(eq(accounts.userId, id));
		expect((await reset((await makeLink(id)).token)).status).toBe(204);
		expect(await signInWith(email, newPassword)).toBe(200);
	});

	it("opens the door again to somebody who was locked out by wrong tries", async () => {
		const { id, email } = await givePerson();
		for (let count = 0; count < 10; count += 1) await signInWith(email, "a wrong password");
		expect(await signInWith(email, password)).toBe(429);
		expect((await reset((await makeLink(id)).token)).status).toBe(204);
		expect(await signInWith(email, newPassword)).toBe(200);
	}, 30_000);

	it("is open once a person: the second takes the place of the first", async () => {
		const { id } = await givePerson();
		const first = await makeLink(id);
		const [second, third] = await Promise.all([makeLink(id), makeLink(id)]);
		const open = await db.select().from(passwordResets).where(eq(passwordResets.userId, id));
		expect(open).toHaveLength(1);
		await expectRefusal(await look(first.token), 404, "a newer one took its place");
		const worked = await Promise.all([second, third].map(async ({ token }) => (await look(token)).status));
		expect(worked.sort()).toEqual([200, 404]);
	});

	it("expires, and is swept a month later", async () => {
		const { id } = await givePerson();
		const { token } = await makeLink(id);
		const expireAt = (at: number) =>
			db
				.update(passwordResets)
				.set({ expiresAt: new Date(at) })
				.where(eq(passwordResets.userId, id));
		await expireAt(Date.now() - 1);
		await expectRefusal(await reset(token), 412, "expired");
		await expectRefusal(await look(token), 412, "Ask an owner for a new one");
		await sweep(createContext(testEnv));
		expect((await look(token)).status).toBe(412);
		await expireAt(Date.now() - 31 * 24 * 3_600_000);
		await sweep(createContext(testEnv));
		expect((await look(token)).status).toBe(404);
	});

	it("is counted: the eleventh wrong one is refused, at one address and with how long to wait", async () => {
		const { token } = await makeLink((await givePerson()).id);
		const here = { "cf-connecting-ip": "203.0.113.9" };
		const guess = (headers: object) => look("rst_guessed", { ...headers });
		for (let count = 0; count < 9; count += 1) expect((await guess(here)).status).toBe(404);
		// A right link is no guess.
		expect((await look(token, here)).status).toBe(200);
		for (let count = 0; count < 10; count += 1) expect((await guess(here)).status).toBe(404);
		const refused = await look(token, here);
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
		expect((await look(token, { "cf-connecting-ip": "198.51.100.7" })).status).toBe(200);
		const body = { token, password: newPassword };
		expect((await callApi("/api/auth/reset-password", { body, headers: here })).status).toBe(429);
	});
});

describe("making one", () => {
	it("is for an owner, and not for a person who may do more than the maker", async () => {
		const [agent, admin] = [await givePerson("agent"), await givePerson("admin")];
		const ask = (id: string, by: CallOptions) =>
			callApi(`/api/users/${id}/reset-link`, { ...by, method: "POST" });
		expect((await ask(agent.id, { cookie: await signIn(admin.email) })).status).toBe(403);
		const weak = await giveKey([...scopesOfRole.agent, "settings:write", "users:write", "keys:write"]);
		expect((await ask(agent.id, { key: weak })).status).toBe(201);
		for (const id of [admin.id, "usr_olive"]) expect((await ask(id, { key: weak })).status).toBe(403);
		expect((await ask("usr_nobody", { key })).status).toBe(404);
	});

	it("is refused for somebody who was deactivated, and whoever comes back needs a new one", async () => {
		const { id, email } = await givePerson();
		const { token } = await makeLink(id);
		expect((await callApi(`/api/users/${id}`, { key, method: "DELETE" })).status).toBe(204);
		expect((await callApi(`/api/users/${id}/reset-link`, { key, method: "POST" })).status).toBe(404);
		expect((await reset(token)).status).toBe(404);
		const invitation = await expectJson<{ token: string }>(
			await callApi("/api/invitations", { key, body: { email, role: "agent" } }),
			201,
		);
		const body = { token: invitation.token, name: "Back", password };
		expect((await callApi("/api/invitations/accept", { body })).status).toBe(201);
		expect((await reset(token)).status).toBe(404);
		expect(await signInWith(email, password)).toBe(200);
	});

	it("refuses a person whose row says that they may not sign in any more, whatever the link says", async () => {
		const { id } = await givePerson();
		const { token } = await makeLink(id);
		await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, id));
		expect((await look(token)).status).toBe(404);
		expect((await reset(token)).status).toBe(404);
	});
});

describe("an open link ends", () => {
	const change = (id: string, body: unknown) => callApi(`/api/users/${id}`, { key, method: "PUT", body });

	it("with its maker's access, and with what goes beyond the maker's new role", async () => {
		const maker = await givePerson("owner");
		const by = { cookie: await signIn(maker.email) };
		const [owner, agent] = [await givePerson("owner"), await givePerson("agent")];
		const [beyond, within] = [await makeLink(owner.id, by), await makeLink(agent.id, by)];
		expect((await change(maker.id, { role: "admin" })).status).toBe(200);
		expect((await look(beyond.token)).status).toBe(404);
		expect((await look(within.token)).status).toBe(200);
		expect((await callApi(`/api/users/${maker.id}`, { key, method: "DELETE" })).status).toBe(204);
		expect((await look(within.token)).status).toBe(404);
		const { items } = await expectJson<{ items: AuditEvent[] }>(
			await callApi("/api/audit?limit=200", { key }),
			200,
		);
		const ended = items.filter(({ action }) => action === "password_reset.withdraw");
		expect(ended.map(({ target }) => target.id)).toEqual([agent.id, owner.id]);
	});

	it("with the role that its person had", async () => {
		const { id } = await givePerson("agent");
		const { token } = await makeLink(id);
		expect((await change(id, { name: "Renamed" })).status).toBe(200);
		expect((await look(token)).status).toBe(200);
		expect((await change(id, { role: "owner" })).status).toBe(200);
		expect((await reset(token)).status).toBe(404);
	});
});
