import type { CallOutcome } from "@cloudpbx/contracts/calls/calls";
import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { notices } from "@cloudpbx/db/schema/notices";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { sweep } from "../../../src/sweep/sweep.ts";
import { db } from "../company.ts";
import {
	call,
	choose,
	emails,
	hear,
	janesPhone,
	noon,
	reasons,
	samsPhone,
	setUpNotices,
	shop,
	textsTo,
	voicemail,
} from "./notices-stage.ts";

setUpNotices();

it("tells of a missed call once, however often it is heard of, ten seconds after its end", async () => {
	await choose("jane", { missedCall: "text" });
	const id = await call("abandoned");
	await hear("call.missed", id);
	await shop.deliverJobs(9);
	expect(textsTo(janesPhone)).toEqual([]);
	await shop.deliverJobs();
	await sweep(shop.messaging);
	expect(textsTo(janesPhone)).toEqual([
		"Missed call from Ann Smith (415) 555-0199 for Jane Smith at 12:00 PM. https://pbx.example.com/",
	]);
	expect(emails).toEqual([]);
});

it("tells each member of a group once, in the member's own way", async () => {
	await choose("jane", { missedCall: "text" });
	await choose("sam", { missedCall: "none" });
	await call("abandoned", { extension: "150" });
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toHaveLength(1);
	expect(textsTo(janesPhone)[0]).toContain("for Sales at");
	expect(textsTo(samsPhone)).toEqual([]);
	expect(emails.map(({ to, subject }) => [to, subject])).toEqual([
		["ana@acme.example", "Missed call from Ann Smith (415) 555-0199"],
	]);
	expect(emails[0]?.from).toEqual({ email: "phone@acme.example", name: "Acme Corp" });
});

it.each<[CallOutcome]>([["answered"], ["informed"], ["blocked"], ["voicemail"]])(
	"tells nobody of a call that is %s",
	async (outcome) => {
		await choose("jane", { missedCall: "text" });
		await call(outcome);
		await shop.deliverJobs();
		expect(await db.select().from(notices)).toEqual([]);
	},
);

it("tells nobody of a missed call that turns out to be taken, or to have left a voicemail", async () => {
	await choose("jane", { missedCall: "text", voicemail: "none" });
	const id = await call("abandoned");
	await db.update(calls).set({ outcome: "answered" }).where(eq(calls.id, id));
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toEqual([]);
	expect(await reasons()).toEqual(["not_missed"]);
	const other = await call("abandoned");
	await db.update(calls).set({ outcome: "voicemail" }).where(eq(calls.id, other));
	await db.insert(voicemails).values({
		id: "vm_late",
		carrierRecordingId: "RElate",
		callId: other,
		status: "recorded",
		transcriptStatus: "pending",
		createdAt: noon,
	});
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toEqual([]);
});

it("waits for a voicemail's words, and two minutes at most", async () => {
	await choose("jane", { voicemail: "text" });
	const id = await voicemail();
	await shop.deliverJobs(60);
	expect(textsTo(janesPhone)).toEqual([]);
	await db
		.update(voicemails)
		.set({ transcript: "Call me.", transcriptStatus: "completed" })
		.where(eq(voicemails.id, id));
	await hear("voicemail.transcribed", id);
	await shop.deliverJobs(1);
	expect(textsTo(janesPhone)).toEqual([
		`Voicemail from Ann Smith (415) 555-0199 for Jane Smith at 12:00 PM, 12 s. "Call me." https://pbx.example.com/voicemail/${id}`,
	]);
	await voicemail();
	await shop.deliverJobs(119);
	expect(textsTo(janesPhone)).toHaveLength(1);
	shop.pass(119);
	await shop.deliverJobs(1);
	expect(textsTo(janesPhone)).toHaveLength(2);
	expect(textsTo(janesPhone)[1]).not.toContain('"');
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toHaveLength(2);
});

it("keeps no words of a notice in the database, and lists its conversation nowhere", async () => {
	await choose("jane", { voicemail: "text" });
	const id = await voicemail({ transcript: "A secret.", transcriptStatus: "completed" });
	await hear("voicemail.transcribed", id);
	await shop.deliverJobs();
	expect(textsTo(janesPhone)[0]).toContain("A secret.");
	const rows = await db.select().from(messages).where(eq(messages.toNumber, janesPhone));
	expect(rows.every(({ body }) => body.includes("not kept"))).toBe(true);
	const listed = await db.select().from(conversations).where(eq(conversations.contactNumber, janesPhone));
	expect(listed.map(({ listedAt }) => listedAt)).toEqual([null]);
	expect(shop.announced).toEqual([]);
});

it("tells nobody of a voicemail that is heard or deleted before", async () => {
	await choose("jane", { voicemail: "text" });
	const heard = await voicemail();
	await db.update(voicemails).set({ listenedAt: noon }).where(eq(voicemails.id, heard));
	const deleted = await voicemail();
	await db.update(voicemails).set({ deletedAt: noon }).where(eq(voicemails.id, deleted));
	const erased = await voicemail();
	await db.delete(voicemails).where(eq(voicemails.id, erased));
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toEqual([]);
	expect((await reasons()).sort()).toEqual(["deleted", "deleted", "heard"]);
});
