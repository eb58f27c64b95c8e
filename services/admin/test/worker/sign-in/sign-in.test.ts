import { auditEvents, signInAttempts } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, password, signIn } from "../api.ts";

const wrongPassword = "incorrect horse battery staple";
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

describe("signing in", () => {
	it("sets a cookie that only the browser can read and that other sites cannot send", async () => {
		const body = { email: "FIRST@acme.example", password };
		const secure = await callApi("/api/auth/sign-in/email", { body });
		expect(await expectJson(secure, 200)).toEqual({
			user: { id: "usr_first", name: "First", email: "first@acme.example" },
		});
		const [cookie] = secure.headers.getSetCookie();
		expect(cookie).toMatch(/^__Secure-cloudpbx\.session_token=[^;]+; /);
		expect(cookie?.split("; ")).toEqual(
			expect.arrayContaining(["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]),
		);
		const plain = await callApi("/api/auth/sign-in/email", { body, host: "http://localhost:8787" });
		expect(plain.headers.getSetCookie()[0]).toMatch(/^cloudpbx\.session_token=/);
		expect(plain.headers.getSetCookie()[0]).not.toContain("Secure");
	});

	it("opens the API with the cookie, and not with a forged one", async () => {
		const cookies = await signIn("first@acme.example");
		const cookie = cookies.split("; ").find((one) => one.includes("session_token")) ?? "";
		expect(await expectJson(await callApi("/api/me", { cookie }), 200)).toMatchObject({
			kind: "user",
			email: "first@acme.example",
			role: "owner",
			extension: null,
		});
		// Inside the signature: the bits of its last letter are not all used.
		const at = cookie.length - 12;
		const forged = `${cookie.slice(0, at)}${cookie[at] === "A" ? "B" : "A"}${cookie.slice(at + 1)}`;
		expect((await callApi("/api/me", { cookie: forged })).status).toBe(401);
	});

	it("answers a wrong password and an unknown person with the same words", async () => {
		const answers = await Promise.all(
			["first@acme.example", "nobody@acme.example"].map(async (email) => {
				const response = await callApi("/api/auth/sign-in/email", {
					body: { email, password: wrongPassword },
				});
				const problem = await expectJson<{ detail: string }>(response, 401);
				return problem.detail;
			}),
		);
		expect(new Set(answers).size).toBe(1);
	});

	it("refuses the eleventh wrong try, even when it is right, and says how long to wait", async () => {
		await giveUser({ email: "guessed@acme.example" });
		const attempt = (secret: string) =>
			callApi("/api/auth/sign-in/email", { body: { email: "guessed@acme.example", password: secret } });
		for (let count = 0; count < 10; count++) expect((await attempt(wrongPassword)).status).toBe(401);
		const refused = await attempt(password);
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
		await signIn("first@acme.example");
	}, 30_000);

	it("does not lock a browser out for what strangers tried, when the person has signed in with it before", async () => {
		const email = "famous@acme.example";
		await giveUser({ email });
		const attempt = (secret: string, cookie?: string) =>
			callApi("/api/auth/sign-in/email", { body: { email, password: secret }, cookie });
		const known = await signIn(email);
		for (let count = 0; count < 10; count++) await attempt(wrongPassword);
		expect((await attempt(password)).status).toBe(429);
		expect((await attempt(password, known)).status).toBe(200);
		// The mark belongs to this person and browser and cannot be forged.
		const mark = known.split("; ").find((cookie) => cookie.includes("known_browser")) ?? "";
		expect((await callApi("/api/me", { cookie: mark })).status).toBe(401);
		expect((await attempt(password, `${mark.slice(0, -8)}AAAAAAAA`)).status).toBe(429);
		await giveUser({ email: "colleague@acme.example" });
		const body = { email: "colleague@acme.example", password: wrongPassword };
		for (let count = 0; count < 10; count++) await callApi("/api/auth/sign-in/email", { body, cookie: mark });
		expect((await callApi("/api/auth/sign-in/email", { body, cookie: mark })).status).toBe(429);
		for (let count = 0; count < 10; count++) {
			expect((await attempt(wrongPassword, mark)).status).toBe(401);
		}
		expect((await attempt(wrongPassword, mark)).status).toBe(429);
	}, 30_000);

	it("are in the audit log: sign-ins, wrong passwords, lockouts once, and sign-outs", async () => {
		const email = "logged@acme.example";
		const id = await giveUser({ email, name: "Logged" });
		const agent = { "user-agent": "Mozilla/5.0 (Macintosh) Version/18.0 Safari/605.1.15" };
		const cookie = await signIn(email, { headers: agent });
		expect((await callApi("/api/auth/sign-out", { cookie, method: "POST" })).status).toBe(204);
		const body = { email, password: wrongPassword };
		for (let count = 0; count < 13; count++) await callApi("/api/auth/sign-in/email", { body });
		await callApi("/api/auth/sign-in/email", { body: { ...body, email: "nobody-here@acme.example" } });

		const events = await db.select().from(auditEvents).orderBy(auditEvents.at);
		const ofThem = events.filter(({ actorId, targetId }) => actorId === id || targetId === id);
		expect(ofThem.map(({ action }) => action)).toEqual([
			"session.start",
			"session.close",
			...Array(10).fill("sign_in.fail"),
			"sign_in.lock",
		]);
		expect(ofThem[0]).toMatchObject({ actorName: "Logged", after: { browser: "Safari on Mac" } });
		expect(ofThem[2]).toMatchObject({ actorKind: "system", actorId: null, targetKind: "user", targetId: id });
		expect(JSON.stringify(events)).not.toContain("nobody-here");
	}, 30_000);

	it("forgets the wrong tries of somebody who then remembers", async () => {
		await giveUser({ email: "forgetful@acme.example" });
		for (let round = 0; round < 2; round++) {
			for (let count = 0; count < 6; count++) {
				const body = { email: "forgetful@acme.example", password: wrongPassword };
				expect((await callApi("/api/auth/sign-in/email", { body })).status).toBe(401);
			}
			await signIn("forgetful@acme.example");
		}
	}, 30_000);

	it("counts nothing for what is no e-mail address", async () => {
		const stored = await db.$count(signInAttempts);
		for (const email of ["first@acme.example from 203.0.113.9", "first", ""]) {
			const response = await callApi("/api/auth/sign-in/email", { body: { email, password } });
			expect(await expectJson(response, 400)).toMatchObject({ errors: [{ in: "body", field: "email" }] });
		}
		expect(await db.$count(signInAttempts)).toBe(stored);
	});

	it("refuses a sign-in that another site makes the browser send", async () => {
		const response = await callApi("/api/auth/sign-in/email", {
			body: { email: "first@acme.example", password },
			headers: { origin: "https://evil.example" },
		});
		expect(response.status).toBe(403);
	});

	it("admits the demo owner on one's own machine only", async () => {
		await giveUser({ email: "demo@acme.example", origin: "development" });
		const local = { ENVIRONMENT: "local" };
		const body = { email: "demo@acme.example", password };
		expect((await callApi("/api/auth/sign-in/email", { body })).status).toBe(401);
		const cookie = await signIn("demo@acme.example", { env: local });
		expect((await callApi("/api/me", { cookie, env: local })).status).toBe(200);
		expect((await callApi("/api/me", { cookie })).status).toBe(401);
	});
});

describe("signing out", () => {
	it("ends this session, and everywhere ends them all", async () => {
		await giveUser({ email: "leaver@acme.example" });
		const [one, two, three] = [
			await signIn("leaver@acme.example"),
			await signIn("leaver@acme.example"),
			await signIn("leaver@acme.example"),
		];
		const out = await callApi("/api/auth/sign-out", { cookie: one, method: "POST" });
		expect(out.status).toBe(204);
		expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
		expect((await callApi("/api/me", { cookie: one })).status).toBe(401);
		expect((await callApi("/api/me", { cookie: two })).status).toBe(200);
		const all = await callApi("/api/auth/sign-out-everywhere", { cookie: two, method: "POST" });
		expect(all.status).toBe(204);
		for (const cookie of [two, three]) expect((await callApi("/api/me", { cookie })).status).toBe(401);
	});

	it("is for people, not for keys", async () => {
		expect((await callApi("/api/auth/sign-out", { key, method: "POST" })).status).toBe(403);
	});
});

describe("changing the password", () => {
	it("needs the current one, ends the other sessions and keeps this one", async () => {
		await giveUser({ email: "changer@acme.example" });
		const here = await signIn("changer@acme.example");
		const elsewhere = await signIn("changer@acme.example");
		const change = (currentPassword: string, newPassword: string) =>
			callApi("/api/auth/change-password", { cookie: here, body: { currentPassword, newPassword } });
		expect((await change(wrongPassword, "another long secret")).status).toBe(400);
		expect((await change(password, "short")).status).toBe(400);
		expect((await change(password, "another long secret")).status).toBe(204);
		expect((await callApi("/api/me", { cookie: here })).status).toBe(200);
		expect((await callApi("/api/me", { cookie: elsewhere })).status).toBe(401);
		const old = { email: "changer@acme.example", password };
		expect((await callApi("/api/auth/sign-in/email", { body: old })).status).toBe(401);
	});
});

describe("guessing the current password", () => {
	it("ends after ten tries, without keeping anybody from signing in, and a right one is no guess", async () => {
		await giveUser({ email: "unlocked@acme.example" });
		const cookie = await signIn("unlocked@acme.example");
		const change = (currentPassword: string) =>
			callApi("/api/auth/change-password", { cookie, body: { currentPassword, newPassword: password } });
		const guess = async (times: number) => {
			for (let count = 0; count < times; count += 1) expect((await change(wrongPassword)).status).toBe(400);
		};
		await guess(9);
		expect((await change(password)).status).toBe(204);
		await guess(10);
		const refused = await change(password);
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
		await signIn("unlocked@acme.example");
	}, 30_000);
});
