import { users } from "@cloudpbx/db/schema/admin";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { sweep } from "../../../src/sweep/sweep.ts";
import { contact, db, mainLine } from "../company.ts";
import {
	call,
	choose,
	emails,
	emailsTo,
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

it("sends nothing to a telephone that said STOP to the company", async () => {
	await choose("jane", { missedCall: "text" });
	await db.insert(optOuts).values({ number: janesPhone, source: "keyword" as never, at: noon });
	await call("abandoned");
	await shop.deliverWithSweeps(2);
	expect(textsTo(janesPhone)).toEqual([]);
	expect(await reasons()).toEqual(["opted_out"]);
});

it("tells nobody who may not sign in any more", async () => {
	await choose("jane", { missedCall: "text" });
	await call("abandoned");
	await db.update(users).set({ deactivatedAt: noon }).where(eq(users.id, "usr_jane"));
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toEqual([]);
	expect(await reasons()).toEqual(["nobody"]);
});

it("keeps what came at night for one summary in the morning, unless wished", async () => {
	await choose("jane", { missedCall: "text", voicemail: "text" });
	await choose("sam", { missedCall: "text", atNight: true });
	shop.at = new Date("2026-11-21T02:30:00Z");
	await call("abandoned");
	await call("abandoned", { extension: "102" });
	shop.pass(3600);
	await call("abandoned");
	await voicemail();
	await shop.deliverJobs(3600);
	expect(textsTo(janesPhone)).toEqual([]);
	expect(textsTo(samsPhone)).toHaveLength(1);
	shop.at = new Date("2026-11-21T12:59:00Z");
	await sweep(shop.messaging);
	await shop.deliverJobs(10);
	expect(textsTo(janesPhone)).toEqual([]);
	shop.at = new Date("2026-11-21T13:00:00Z");
	await sweep(shop.messaging);
	await sweep(shop.messaging);
	expect(textsTo(janesPhone)).toEqual([
		"2 missed calls, 1 voicemail since 9:30 PM, the last from Ann Smith (415) 555-0199. https://pbx.example.com/",
	]);
});

it("makes one summary of a flood", async () => {
	await choose("jane", { missedCall: "text" });
	for (let index = 0; index < 12; index++) {
		await call("abandoned");
		await shop.deliverJobs(15);
		shop.pass(15);
	}
	expect(textsTo(janesPhone)).toHaveLength(3);
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toHaveLength(4);
	expect(textsTo(janesPhone)[3]).toMatch(/^9 missed calls since 12:0\d PM/);
	expect(countSegments(textsTo(janesPhone)[3] ?? "").segments).toBeLessThanOrEqual(2);
	await shop.deliverJobs();
	expect(textsTo(janesPhone)).toHaveLength(4);
});

it("tells people of what waits, has stopped, has finished, or does not work", async () => {
	await choose("sam", { conversationWaiting: "email" });
	await choose("olivia", { campaignFinished: "email", missedCall: "email" });
	await db.insert(conversations).values([
		{ id: "conv_1", contactNumber: contact, ourNumber: mainLine, mode: "waiting", createdAt: noon },
		{ id: "conv_2", contactNumber: samsPhone, ourNumber: mainLine, mode: "waiting", createdAt: noon },
	]);
	const campaign = {
		message: "Hi",
		fromNumber: mainLine,
		quietHours: true,
		requireConsent: false,
		isComplete: true,
		createdAt: noon,
	};
	await db.insert(campaigns).values([
		{
			...campaign,
			id: "cmp_1",
			name: "Spring",
			status: "completed",
			sentCount: 3,
			deliveredCount: 480,
			failedCount: 2,
		},
		{ ...campaign, id: "cmp_2", name: "Autumn", status: "paused", reason: "Too many errors." },
		{ ...campaign, id: "cmp_3", name: "Winter", status: "paused" },
	]);
	await db.insert(numberChecks).values({
		id: 1,
		checkedAt: noon,
		troubles: [{ id: "num_1", number: mainLine, trouble: "drifted", message: "Its calls go elsewhere." }],
	});
	await hear("conversation.waiting", "conv_1");
	await hear("conversation.waiting", "conv_2");
	await hear("campaign.finished", "cmp_1");
	for (const id of ["cmp_2", "cmp_3"]) await hear("campaign.stopped", id);
	await hear("number.trouble", "num_1");
	await call("abandoned", { extension: null });
	await shop.deliverJobs();
	expect(emailsTo("sam").map(({ subject }) => subject)).toEqual([
		"A text from Ann Smith (415) 555-0199 waits for an answer by a person, since 12:00 PM.",
	]);
	expect(
		emailsTo("olivia")
			.map(({ subject }) => subject)
			.sort(),
	).toEqual([
		"(800) 555-0100 is in trouble: Its calls go elsewhere.",
		'Campaign "Autumn" has stopped: Too many errors.',
		'Campaign "Spring" has finished: 483 sent, 2 failed, 0 set aside.',
		"Missed call from Ann Smith (415) 555-0199",
	]);
	expect(emails).toHaveLength(5);
	await db.delete(numberChecks);
});
