import { type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import { accounts, sessions, setupCodes, users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "../../../src/access/secret.ts";
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

let key: string;

beforeAll(async () => {
	key = await giveKey();
	await giveUser({ id: "usr_first", email: "first@acme.example", name: "First", createdAt: new Date(0) });
	const at = new Date();
	await db.insert(extensions).values([
		{ id: "ext_101", ext: "101", name: "Jane", status: "active", createdAt: at, updatedAt: at },
		{ id: "ext_102", ext: "102", name: "Sam", status: "active", createdAt: at, updatedAt: at },
	]);
});

describe("inviting", () => {
	const invite = (body: unknown, headers = {}) => callApi("/api/invitations", { key, body, headers });

	it("lets the invited person in, once, with the role and extension of the invitation", async () => {
		const invitation = await expectJson<{ token: string; link: string; id: string }>(
			await invite({ email: "Agent@acme.example ", role: "agent", extension: "101" }),
			201,
		);
		expect(invitation.link).toBe(`https://pbx.example.com/invitation#${invitation.token}`);
		const accept = () =>
			callApi("/api/invitations/accept", { body: { token: invitation.token, name: "Agent", password } });
		const answers = await Promise.all([accept(), accept()]);
		expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404]);
		expect((await accept()).status).toBe(404);
		const cookie = await signIn("agent@acme.example");
		expect(await expectJson(await callApi("/api/me", { cookie }), 200)).toMatchObject({
			role: "agent",
			extension: "101",
		});
		const { items } = await expectJson<{ items: { id: string; acceptedAt: string | null }[] }>(
			await callApi("/api/invitations", { key }),
			200,
		);
		expect(items.find((item) => item.id === invitation.id)?.acceptedAt).not.toBeNull();
		expect(JSON.stringify(items)).not.toContain(invitation.token);
	});

	it("refuses somebody who can sign in already, and an extension that nobody has", async () => {
		expect((await invite({ email: "first@acme.example", role: "admin" })).status).toBe(409);
		expect((await invite({ email: "x@acme.example", role: "agent", extension: "150" })).status).toBe(400);
	});

	it("makes the first link useless when the same person is invited again or the invitation is withdrawn", async () => {
		const body = { email: "twice@acme.example", role: "admin" };
		const first = await expectJson<{ token: string }>(await invite(body), 201);
		const second = await expectJson<{ token: string; id: string }>(await invite(body), 201);
		const accept = (token: string) =>
			callApi("/api/invitations/accept", { body: { token, name: "Twice", password } });
		expect((await accept(first.token)).status).toBe(404);
		const withdraw = () => callApi(`/api/invitations/${second.id}`, { key, method: "DELETE" });
		expect((await withdraw()).status).toBe(204);
		expect((await withdraw()).status).toBe(404);
		expect((await accept(second.token)).status).toBe(404);
	});
});

describe("people", () => {
	it("are changed and deactivated, which ends their sessions and their password at once", async () => {
		const id = await giveUser({ email: "mover@acme.example", role: "agent" });
		const cookie = await signIn("mover@acme.example");
		const change = await callApi(`/api/users/${id}`, {
			key,
			method: "PUT",
			body: { role: "admin", extension: "102" },
		});
		expect(await expectJson(change, 200)).toMatchObject({ role: "admin", extension: "102", name: /Person/ });
		expect((await callApi("/api/settings", { cookie })).status).toBe(200);
		expect((await callApi(`/api/users/${id}`, { key, method: "DELETE" })).status).toBe(204);
		expect((await callApi("/api/settings", { cookie })).status).toBe(401);
		expect(await db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
		expect(await db.select().from(accounts).where(eq(accounts.userId, id))).toEqual([]);
		const body = { email: "mover@acme.example", password };
		expect((await callApi("/api/auth/sign-in/email", { body })).status).toBe(401);
		expect((await callApi(`/api/users/${id}`, { key, method: "DELETE" })).status).toBe(404);

		const again = await expectJson<{ token: string }>(
			await callApi("/api/invitations", { key, body: { email: "mover@acme.example", role: "agent" } }),
			201,
		);
		const back = await callApi("/api/invitations/accept", {
			body: { token: again.token, name: "Back again", password },
		});
		expect(await expectJson(back, 201)).toMatchObject({ id, name: "Back again", deactivatedAt: null });
		await signIn("mover@acme.example");
	});

	describe("with keys and invitations of their own", () => {
		const makeKey = async (by: CallOptions, scopes: Scope[] = ["calls:read"]) =>
			expectJson<{ id: string; key: string }>(
				await callApi("/api/keys", { ...by, body: { name: "theirs", scopes } }),
				201,
			);
		const invite = async (by: CallOptions, email: string, role: string) =>
			expectJson<{ id: string; token: string }>(
				await callApi("/api/invitations", { ...by, body: { email, role } }),
				201,
			);
		const accept = async ({ token }: { token: string }) =>
			(await callApi("/api/invitations/accept", { body: { token, name: "Guest", password } })).status;
		const works = async (made: { key: string }) =>
			(await callApi("/api/me", { key: made.key })).status === 200;
		const targetsOf = async (action: string) => {
			const { items } = await expectJson<{ items: { action: string; target: { id: string } }[] }>(
				await callApi("/api/audit?limit=200", { key }),
				200,
			);
			return items.filter((event) => event.action === action).map(({ target }) => target.id);
		};

		it("lose them with their access, also what their keys made, and nobody else's", async () => {
			const id = await giveUser({ email: "traitor@acme.example" });
			const by = { cookie: await signIn("traitor@acme.example") };
			const direct = await makeKey(by, ["keys:write", "users:write", ...scopesOfRole.agent]);
			const byKey = await makeKey({ key: direct.key }, ["messages:read"]);
			const back = await invite(by, "traitor-again@acme.example", "owner");
			const friend = await invite({ key: direct.key }, "friend@acme.example", "agent");
			const others = await makeKey({ key });
			const welcome = await invite({ key }, "welcome@acme.example", "agent");

			expect((await callApi(`/api/users/${id}`, { key, method: "DELETE" })).status).toBe(204);
			for (const made of [direct, byKey]) expect(await works(made)).toBe(false);
			for (const invitation of [back, friend]) expect(await accept(invitation)).toBe(404);
			expect(await works(others)).toBe(true);
			expect(await accept(welcome)).toBe(201);
			expect((await targetsOf("key.revoke")).sort()).toEqual([direct.id, byKey.id].sort());
			expect(await targetsOf("invitation.withdraw")).toEqual(expect.arrayContaining([back.id, friend.id]));
		});

		it.each(["a session", "a key"])(
			"lose with a key, revoked by %s, all that was made with it",
			async (by) => {
				if (by === "a session") await giveUser({ email: "boss@acme.example", role: "owner" });
				const owner = by === "a key" ? { key } : { cookie: await signIn("boss@acme.example") };
				const first = await makeKey(owner, [...scopesOfRole.owner]);
				const second = await makeKey({ key: first.key }, [...scopesOfRole.owner]);
				const third = await makeKey({ key: second.key }, ["messages:read"]);
				const friend = await invite({ key: second.key }, `friend-${by.slice(2)}@acme.example`, "agent");
				const others = await makeKey(owner);
				const somebody = await giveUser({ email: `reset-${by.slice(2)}@acme.example` });
				const link = await callApi(`/api/users/${somebody}/reset-link`, { key: second.key, method: "POST" });
				const { token } = await expectJson<{ token: string }>(link, 201);

				expect((await callApi(`/api/keys/${first.id}`, { ...owner, method: "DELETE" })).status).toBe(204);
				for (const made of [first, second, third]) expect(await works(made)).toBe(false);
				expect(await accept(friend)).toBe(404);
				const reset = await callApi("/api/auth/reset-password", {
					body: { token, password: "another one, later" },
				});
				expect(reset.status).toBe(404);
				expect(await works(others)).toBe(true);
				expect(await targetsOf("key.revoke")).toEqual(
					expect.arrayContaining([first.id, second.id, third.id]),
				);
				expect(await targetsOf("invitation.withdraw")).toContain(friend.id);
				expect(await targetsOf("password_reset.withdraw")).toContain(somebody);
			},
		);

		it("are not revoked or withdrawn by a key that may do less", async () => {
			const strong = await makeKey({ key }, ["messages:read", "settings:write"]);
			const owner = await invite({ key }, "next-owner@acme.example", "owner");
			const weak = await makeKey({ key }, ["keys:write", "users:write", "messages:read"]);
			const revoke = (id: string) => callApi(`/api/keys/${id}`, { key: weak.key, method: "DELETE" });
			expect((await revoke(strong.id)).status).toBe(403);
			const withdraw = await callApi(`/api/invitations/${owner.id}`, { key: weak.key, method: "DELETE" });
			expect(withdraw.status).toBe(403);
			expect(await works(strong)).toBe(true);
			expect(await accept(owner)).toBe(201);
			const child = await makeKey({ key: weak.key }, ["messages:read"]);
			expect((await revoke(child.id)).status).toBe(204);
			expect((await revoke("key_nobody")).status).toBe(404);
		});

		it("lose only what goes beyond their new role when they are demoted", async () => {
			const id = await giveUser({ email: "demoted@acme.example" });
			const by = { cookie: await signIn("demoted@acme.example") };
			const ownersKey = await makeKey(by, ["calls:read", "users:write"]);
			const adminsKey = await makeKey(by, ["calls:read", "settings:write"]);
			const owner = await invite(by, "would-be-owner@acme.example", "owner");
			const admin = await invite(by, "would-be-admin@acme.example", "admin");
			const put = (body: unknown) => callApi(`/api/users/${id}`, { key, method: "PUT", body });

			expect((await put({ name: "Renamed" })).status).toBe(200);
			expect(await works(ownersKey)).toBe(true);
			expect((await put({ role: "admin" })).status).toBe(200);
			expect(await works(ownersKey)).toBe(false);
			expect(await works(adminsKey)).toBe(true);
			expect(await accept(owner)).toBe(404);
			expect(await accept(admin)).toBe(201);
			expect((await put({ role: "agent" })).status).toBe(200);
			expect(await works(adminsKey)).toBe(false);
			expect((await put({ role: "owner" })).status).toBe(200);
		});
	});

	it("cannot be invited, changed or deactivated by whoever may do less", async () => {
		const weak = await giveKey([...scopesOfRole.agent, "users:write"]);
		const invite = (role: string) =>
			callApi("/api/invitations", { key: weak, body: { email: `${role}-by-key@acme.example`, role } });
		expect((await invite("agent")).status).toBe(201);
		for (const role of ["admin", "owner"]) expect((await invite(role)).status).toBe(403);
		const agent = await giveUser({ email: "lifted@acme.example", role: "agent" });
		const put = (id: string, body: unknown) =>
			callApi(`/api/users/${id}`, { key: weak, method: "PUT", body });
		expect((await put(agent, { name: "Lifted" })).status).toBe(200);
		expect((await put(agent, { role: "owner" })).status).toBe(403);
		expect((await put("usr_first", { role: "agent" })).status).toBe(403);
		expect((await callApi("/api/users/usr_first", { key: weak, method: "DELETE" })).status).toBe(403);
	});

	it("keep what was not asked to change, and their role when it changed in the meantime", async () => {
		const id = await giveUser({ email: "raced@acme.example", role: "admin", extensionId: "ext_101" });
		const putDuring = async (statement: string, body: unknown) => {
			const db = new Proxy(testEnv.DB, {
				get: (target, name) =>
					name === "batch"
						? async (statements: D1PreparedStatement[]) => {
								await target.prepare(statement).run();
								return target.batch(statements);
							}
						: Reflect.get(target, name).bind(target),
			});
			return callApi(`/api/users/${id}`, { key, method: "PUT", body, env: { DB: db } });
		};
		const moved = await putDuring(`UPDATE users SET extension_id = 'ext_102' WHERE id = '${id}'`, {
			name: "Renamed",
		});
		expect(await expectJson(moved, 200)).toMatchObject({ name: "Renamed", extension: "102" });
		const demoted = await putDuring(`UPDATE users SET role = 'agent' WHERE id = '${id}'`, { name: "Again" });
		expect(demoted.status).toBe(409);
		expect(await expectJson(await callApi(`/api/users/${id}`, { key }), 200)).toMatchObject({
			name: "Renamed",
			role: "agent",
			extension: "102",
		});
		const gone = await putDuring(`UPDATE users SET deactivated_at = 1 WHERE id = '${id}'`, { name: "Again" });
		expect(gone.status).toBe(404);
	});

	it("always have an owner among them, even when two leave at the same moment", async () => {
		await db.update(users).set({ role: "admin" }).where(eq(users.role, "owner"));
		const a = await giveUser({ email: "owner-a@acme.example" });
		const b = await giveUser({ email: "owner-b@acme.example" });
		const leave = (id: string) => callApi(`/api/users/${id}`, { key, method: "DELETE" });
		const step = (id: string) => callApi(`/api/users/${id}`, { key, method: "PUT", body: { role: "agent" } });
		const answers = await Promise.all([leave(a), step(b)]);
		expect(answers.map((answer) => answer.status).filter((status) => status < 300)).toHaveLength(1);
		expect(answers.map((answer) => answer.status)).toContain(412);
		const last = answers[0].status === 204 ? b : a;
		expect((await leave(last)).status).toBe(412);
		expect((await step(last)).status).toBe(412);
	});
});

describe("the first owner", () => {
	const claim = (code: string, email: string) =>
		callApi("/api/setup/claim", { body: { code, email, name: "Olive Owner", password } });

	it("is whoever has the set-up code first, and nobody after that", async () => {
		await testEnv.DB.batch([
			testEnv.DB.prepare("DELETE FROM users WHERE origin = 'installation'"),
			testEnv.DB.prepare("DELETE FROM accounts"),
		]);
		await db.insert(setupCodes).values([
			{ codeHash: await hashSecret("the-code"), createdAt: new Date() },
			{ codeHash: await hashSecret("a-second-code"), createdAt: new Date() },
		]);
		expect((await claim("not-the-code", "olive@acme.example")).status).toBe(403);
		const answers = await Promise.all(
			["one", "two", "three", "four"].map((name) => claim("the-code", `${name}@acme.example`)),
		);
		expect(answers.map((answer) => answer.status).sort()).toEqual([201, 403, 403, 403]);
		const owners = await db.select().from(users).where(eq(users.origin, "installation"));
		expect(owners).toMatchObject([{ role: "owner", name: "Olive Owner" }]);
		await signIn(owners[0]?.email ?? "");
		for (const code of ["the-code", "a-second-code"]) {
			expect((await claim(code, "late@acme.example")).status).toBe(403);
		}
	});
});
