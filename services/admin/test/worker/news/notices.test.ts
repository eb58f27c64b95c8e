import type { Notices } from "@cloudpbx/contracts/news/notices";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";

const at = new Date("2026-11-20T12:00:00Z");
const on = { NOTICE_EMAIL_FROM: "phone@acme.example" };
let jane: string;
let janeId: string;
let olivia: string;

const read = async (cookie: string, env = {}) =>
	expectJson<Notices>(await callApi("/api/me/notices", { cookie, env }), 200);
const write = async (cookie: string, body: unknown, env = {}) =>
	expectJson<Notices>(await callApi("/api/me/notices", { cookie, method: "PUT", body, env }), 200);

beforeAll(async () => {
	await db.insert(extensions).values({
		id: "ext_n1",
		ext: "181",
		name: "Jane",
		forwardTo: "+14155550151",
		status: "active",
		createdAt: at,
		updatedAt: at,
	});
	janeId = await giveUser({ email: "jane.n@acme.example", role: "agent", extensionId: "ext_n1" });
	await giveUser({ email: "olivia.n@acme.example", role: "owner" });
	jane = await signIn("jane.n@acme.example");
	olivia = await signIn("olivia.n@acme.example");
});

const none = {
	missedCall: "none",
	voicemail: "none",
	conversationWaiting: "none",
	campaignStopped: "none",
	campaignFinished: "none",
	numberTrouble: "none",
	atNight: false,
};

it("tells nobody of anything by default while there is no e-mail", async () => {
	expect(await read(jane)).toEqual({
		...none,
		email: "jane.n@acme.example",
		isEmailOn: false,
		phone: "+14155550151",
		isPhoneOptedOut: false,
	});
	expect(await read(olivia)).toMatchObject({ ...none, phone: null });
});

it("tells people with an extension of their calls by e-mail, and owners of what does not work", async () => {
	expect(await read(jane, on)).toMatchObject({ ...none, missedCall: "email", voicemail: "email" });
	expect(await read(olivia, on)).toMatchObject({ ...none, campaignStopped: "email", numberTrouble: "email" });
});

it("keeps a choice, and whatever is not mentioned", async () => {
	expect(await write(jane, { missedCall: "text" }, on)).toMatchObject({
		missedCall: "text",
		voicemail: "email",
	});
	expect(await write(jane, { voicemail: "none", atNight: true }, on)).toMatchObject({
		missedCall: "text",
		voicemail: "none",
		atNight: true,
	});
	expect(await read(jane, on)).toMatchObject({ missedCall: "text", voicemail: "none", atNight: true });
	expect(await read(olivia, on)).toMatchObject({ missedCall: "none" });
	expect(await write(jane, {}, on)).toMatchObject({ missedCall: "text" });
	const entries = await db.select().from(auditEvents).where(eq(auditEvents.action, "notices.update"));
	expect(entries.map(({ targetId, after }) => [targetId, after])).toEqual([
		[janeId, { missedCall: "text" }],
		[janeId, { voicemail: "none", atNight: true }],
	]);
});

it("takes back the whole object that it gave", async () => {
	const whole = await read(olivia, on);
	expect(await write(olivia, { ...whole, campaignFinished: "email" }, on)).toEqual({
		...whole,
		campaignFinished: "email",
	});
});

it("shows what the role may not see as none, whatever was chosen", async () => {
	expect(await write(jane, { campaignFinished: "email", conversationWaiting: "email" })).toMatchObject({
		campaignFinished: "none",
		conversationWaiting: "email",
	});
});

it("tells that one's telephone has said STOP", async () => {
	await db.insert(optOuts).values({ number: "+14155550151", source: "keyword" as never, at });
	expect(await read(jane)).toMatchObject({ isPhoneOptedOut: true });
});

it.each([{ missedCall: "fax" }, { missedCall: null }, { atNight: "yes" }, { faxNumber: "1" }, []])(
	"refuses %j with the field at fault",
	async (body) => {
		const response = await callApi("/api/me/notices", { cookie: jane, method: "PUT", body });
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ code: "bad_input", errors: [{ in: "body" }] });
	},
);

it("is a person's: a key has no notices", async () => {
	const key = await giveKey();
	expect((await callApi("/api/me/notices", { key })).status).toBe(403);
	expect((await callApi("/api/me/notices", { key, method: "PUT", body: {} })).status).toBe(403);
	expect((await callApi("/api/me/notices")).status).toBe(401);
});
