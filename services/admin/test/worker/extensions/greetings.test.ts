import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, refuse } from "@cloudpbx/contracts/errors";
import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { greetingPins } from "@cloudpbx/db/schema/greetings";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ActorContext, createContext } from "../../../src/context.ts";
import { recordGreeting, removeGreeting } from "../../../src/operations/extensions/change-greeting.ts";
import { findExtension } from "../../../src/operations/extensions/list-extensions.ts";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

const sound = new Uint8Array(100).fill(7);
const keyOf = (letter: string) => `greetings/${letter.repeat(64)}.wav`;
const path = "/api/extensions/ext_101/greeting/audio";
let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await testEnv.VOICEMAIL_AUDIO.put(keyOf("a"), sound);
	await testEnv.VOICEMAIL_AUDIO.put("greetings/b.mp3", sound);
});

const play = (greetingAudio: string | null, id = "ext_101") =>
	db.update(extensions).set({ greetingAudio }).where(eq(extensions.id, id));
const put = (body: Uint8Array | string, to = path, headers: Record<string, string> = {}) =>
	callApi(to, {
		key,
		method: "PUT",
		body,
		headers: { "content-type": "application/octet-stream", ...headers },
	});

describe("the doors", () => {
	beforeEach(() => play(null));

	it("take a file whatever its name and type say, and show its kind", async () => {
		for (const type of ["audio/wav", "text/plain", "application/x-www-form-urlencoded", "application/json"]) {
			const taken = await put(sound, path, { "content-type": type });
			expect((await expectJson<Extension>(taken, 200)).greetingAudio, type).toBe("wav");
		}
	});

	it("refuse what is no sound, what is too large, and who is not there", async () => {
		const refused = await expectJson<{ detail: string }>(await put(new Uint8Array(10)), 400);
		expect(refused.detail).toContain("neither an MP3 nor a WAV");
		expect((await put("")).status).toBe(400);
		const large = await expectJson<{ detail: string }>(await put(new Uint8Array(2_000_001)), 413);
		expect(large.detail).toBe("The body is larger than 2 MB.");
		expect((await put(new Uint8Array(2_000_000))).status).toBe(200);
		expect((await put(sound, "/api/extensions/ext_0/greeting/audio")).status).toBe(404);
		const gone = "/api/extensions/ext_0/greeting/audio";
		expect((await callApi(gone, { key })).status).toBe(404);
		expect((await callApi(gone, { key, method: "DELETE" })).status).toBe(404);
	});

	it("give the file to those who see extensions", async () => {
		expect((await callApi(path, { key })).status).toBe(404);
		await play(keyOf("a"));
		const whole = await callApi(path, { key });
		expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "audio/wav"]);
		expect(new Uint8Array(await whole.arrayBuffer())).toEqual(sound);
		await play("greetings/b.mp3");
		expect((await callApi(path, { key })).headers.get("content-type")).toBe("audio/mpeg");
		await play(keyOf("e"));
		expect((await callApi(path, { key })).status).toBe(404);
	});

	it("are closed to keys without the scope and to agents", async () => {
		await play(keyOf("a"));
		const reader = await giveKey(["extensions:read"]);
		const ask = (method: string, credential: object) =>
			callApi(path, { ...credential, method, ...(method === "PUT" && { body: sound }) });
		expect((await ask("GET", { key: reader })).status).toBe(200);
		expect((await ask("PUT", { key: reader })).status).toBe(403);
		expect((await ask("DELETE", { key: reader })).status).toBe(403);
		await giveUser({ email: "sam@acme.example", role: "agent", extensionId: "ext_101" });
		const cookie = await signIn("sam@acme.example");
		for (const method of ["GET", "PUT", "DELETE"]) {
			expect((await ask(method, { cookie })).status, method).toBe(403);
			expect((await ask(method, {})).status, method).toBe(401);
		}
	});

	it("write into the audit log what was recorded, and that it was removed", async () => {
		await put(sound);
		await callApi("/api/extensions/ext_102/greeting/audio", { key, method: "DELETE" });
		const log = await callApi("/api/audit?targetKind=extension&limit=20", { key });
		const { items } = await expectJson<Page<AuditEvent>>(log, 200);
		const recorded = { before: { greetingAudio: null }, after: { greetingAudio: "wav", greetingSeconds: 7 } };
		expect(items).toContainEqual(
			expect.objectContaining({ target: { kind: "extension", id: "ext_101" }, ...recorded }),
		);
		expect(items).toContainEqual(
			expect.objectContaining({
				target: { kind: "extension", id: "ext_102" },
				after: { greetingAudio: null },
			}),
		);
	});
});

describe("the company's own recordings", () => {
	const doors = [
		["/api/settings/greeting/audio", "/api/settings", "settings"],
		["/api/hours/greeting/audio", "/api/hours", "hours"],
	] as const;

	it.each(doors)(
		"%s takes, gives and removes a file, and the whole object shows and takes it back",
		async (audio, whole, kind) => {
			await callApi(audio, { key, method: "DELETE" });
			expect((await callApi(audio, { key })).status).toBe(404);
			expect((await put(new Uint8Array(10), audio)).status).toBe(400);
			expect((await put(new Uint8Array(2_000_001), audio)).status).toBe(413);
			expect(await expectJson(await put(sound, audio), 200)).toMatchObject({ greetingAudio: "wav" });
			const heard = await callApi(audio, { key });
			expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "audio/wav"]);
			expect(new Uint8Array(await heard.arrayBuffer())).toEqual(sound);
			const read = await expectJson<object>(await callApi(whole, { key }), 200);
			expect(read).toMatchObject({ greetingAudio: "wav" });
			expect(await expectJson(await callApi(whole, { key, method: "PUT", body: read }), 200)).toEqual(read);
			expect(await expectJson(await callApi(audio, { key, method: "DELETE" }), 200)).toMatchObject({
				greetingAudio: null,
			});
			await callApi(audio, { key, method: "DELETE" });
			const log = await callApi(`/api/audit?targetKind=${kind}&limit=3`, { key });
			const { items } = await expectJson<Page<AuditEvent>>(log, 200);
			expect(items).toMatchObject([
				{ action: `${kind}.update`, before: { greetingAudio: "wav" }, after: { greetingAudio: null } },
				{ before: { greetingAudio: null }, after: { greetingAudio: "wav", greetingSeconds: 7 } },
			]);
		},
	);

	it("are closed to keys without the scope and to agents", async () => {
		const reader = await giveKey(["settings:read"]);
		await giveUser({ email: "kay@acme.example", role: "agent" });
		const cookie = await signIn("kay@acme.example");
		for (const [audio] of doors) {
			expect((await callApi(audio, { key: reader })).status).toBe(404);
			expect((await callApi(audio, { key: reader, method: "PUT", body: sound })).status).toBe(403);
			for (const method of ["GET", "DELETE"])
				expect((await callApi(audio, { cookie, method })).status).toBe(403);
		}
	});
});

describe("the PIN for recording by telephone", () => {
	const pinPath = "/api/extensions/ext_101/greeting/pin";
	const set = (pin: unknown, to = pinPath) => callApi(to, { key, method: "PUT", body: { pin } });

	it("is four to eight digits, and neither answered nor logged", async () => {
		for (const pin of ["123", "123456789", "12a4", 1234, null]) {
			const refused = await expectJson<{ errors: unknown[] }>(await set(pin), 400);
			expect(refused.errors[0]).toMatchObject({ in: "body", field: "pin" });
		}
		expect(await expectJson(await set("48151623"), 200)).toEqual({ isSet: true });
		const log = await (await callApi("/api/audit?targetKind=extension&limit=20", { key })).text();
		expect(log).toContain('"greetingPin":"changed"');
		expect(log).not.toContain("48151623");
	});

	it("is known to be there, and taken away", async () => {
		expect(await expectJson(await callApi(pinPath, { key }), 200)).toEqual({ isSet: false });
		const at = new Date();
		const pin = { extensionId: "ext_101", hash: "pbkdf2$1$00$00", triesSince: at, updatedAt: at };
		await db.insert(greetingPins).values(pin);
		expect(await expectJson(await callApi(pinPath, { key }), 200)).toEqual({ isSet: true });
		expect(await expectJson(await callApi(pinPath, { key, method: "DELETE" }), 200)).toEqual({
			isSet: false,
		});
		await db.delete(greetingPins);
	});

	it("is nobody's who is not there, and no agent's or reader's to change", async () => {
		expect((await set("1234", "/api/extensions/ext_0/greeting/pin")).status).toBe(404);
		const reader = await giveKey(["extensions:read"]);
		const body = { pin: "1234" };
		expect((await callApi(pinPath, { key: reader })).status).toBe(200);
		expect((await callApi(pinPath, { key: reader, method: "PUT", body })).status).toBe(403);
		expect((await callApi(pinPath, { key: reader, method: "DELETE" })).status).toBe(403);
	});
});

describe("the file that was there before", () => {
	/** Context with stubbed Workers, and the files they were asked to drop. */
	function contextThat(changes: { keyBefore?: string | null; isSet?: boolean; drops?: boolean }) {
		const dropped: string[] = [];
		const { keyBefore = null, isSet = true, drops = true } = changes;
		const base = createContext(testEnv);
		const ctx: ActorContext = {
			...base,
			actor: { kind: "key", id: "key_1", name: "Tests" },
			voice: {
				...base.voice,
				storeGreeting: async () => accept({ key: keyOf("n"), type: "wav", seconds: 2 }),
				dropGreeting: async (one) => {
					if (!drops) throw new Error("voice is down");
					dropped.push(one);
					return accept(null);
				},
			},
			provisioning: {
				...base.provisioning,
				setGreetingAudio: async (id) => {
					const found = await findExtension(base, id);
					if (!isSet || !found.ok) return refuse("upstream_unavailable", "Try again.");
					return accept({ extension: found.value, keyBefore });
				},
			},
		};
		return { ctx, dropped };
	}

	it("is dropped when another takes its place, and when it is removed", async () => {
		const { ctx, dropped } = contextThat({ keyBefore: keyOf("a") });
		await recordGreeting(ctx, "ext_101", sound);
		expect(dropped).toEqual([keyOf("a")]);
		await removeGreeting(ctx, "ext_101");
		expect(dropped).toEqual([keyOf("a"), keyOf("a")]);
	});

	it("stays when it is the same", async () => {
		const { ctx, dropped } = contextThat({ keyBefore: keyOf("n") });
		expect(await recordGreeting(ctx, "ext_101", sound)).toMatchObject({ ok: true });
		expect(dropped).toEqual([]);
	});

	it("stays when the extension could not be changed; the new one goes", async () => {
		const { ctx, dropped } = contextThat({ keyBefore: keyOf("a"), isSet: false });
		expect(await recordGreeting(ctx, "ext_101", sound)).toMatchObject({ ok: false });
		expect(dropped).toEqual([keyOf("n")]);
		expect(await removeGreeting(ctx, "ext_101")).toMatchObject({ ok: false });
		expect(dropped).toHaveLength(1);
	});

	it("fails nothing when it cannot be dropped", async () => {
		const { ctx } = contextThat({ keyBefore: keyOf("a"), drops: false });
		expect(await recordGreeting(ctx, "ext_101", sound)).toMatchObject({ ok: true });
	});
});
