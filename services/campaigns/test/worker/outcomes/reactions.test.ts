import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";
import { campaignRecipients, campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { InboundTextWebhook } from "@cloudpbx/twilio/message-webhooks";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { receiveText } from "../../../../messaging/src/receiving/receive-text.ts";
import { foundCompany, janesLine } from "../../../../messaging/test/worker/company.ts";
import { sidOf } from "../../../../messaging/test/worker/webhooks.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import { getCampaign } from "../../../src/reading/get-campaign.ts";
import { clearCampaigns, loadCampaign, loadCounts, loadRecipients } from "../rows.ts";
import { db, mainLine, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const day = 24 * 3600;

/** Sends a campaign to all recipients. The clock then stands at the instant of the last text. */
async function texted(people: string[], stage = new Stage(), fromNumber = mainLine) {
	const id = await stage.create(people, { fromNumber });
	await stage.liveUntilEnded(id);
	const { lastTakenAt } = await loadCampaign(id);
	stage.time.at = lastTakenAt ?? stage.time.at;
	return { stage, id };
}

async function reactionsTo(stage: Stage, id: string) {
	const campaign = await getCampaign(stage.owner, id);
	if (!campaign.ok) throw new Error(campaign.error.message);
	const rows = await loadRecipients(id);
	const { kept, counted } = await loadCounts(id);
	expect(kept).toEqual(counted);
	const { replies, optOuts: out } = campaign.value;
	expect(replies).toBe(rows.filter(({ repliedAt }) => repliedAt !== null).length);
	expect(out).toBe(rows.filter(({ optedOutAt }) => optedOutAt !== null).length);
	return { replies, optOuts: out, rows };
}

describe("a recipient who writes back", () => {
	it("counts once, from the first reply on, and keeps the state of its text", async () => {
		const [one = "", other = ""] = somePeople(2);
		const { stage, id } = await texted([one, other]);
		stage.time.pass(60);
		const firstAt = stage.time.at;
		await stage.text("Are you open on Sunday?", one);
		stage.time.pass(60);
		await stage.text("Hello?", one);
		const { replies, optOuts: out, rows } = await reactionsTo(stage, id);
		expect({ replies, out }).toEqual({ replies: 1, out: 0 });
		expect(rows.map(({ status, repliedAt }) => [status, repliedAt])).toEqual([
			["sent", firstAt],
			["sent", null],
		]);
		stage.time.pass(60);
		await stage.text("Anybody there?", one);
		expect((await reactionsTo(stage, id)).rows[0]?.repliedAt).toEqual(firstAt);
	});

	it.each([
		{ milliseconds: 7 * day * 1000, replies: 1 },
		{ milliseconds: 7 * day * 1000 + 1, replies: 0 },
	])("$milliseconds ms after the text counts $replies times", async ({ milliseconds, replies }) => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		stage.time.at = new Date(stage.time.at.getTime() + milliseconds);
		await stage.text("Hi", one);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies });
	});

	it("counts for the latest campaign that texted it from that number", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id: earlier } = await texted([one]);
		const { id: other } = await texted([one], stage, janesLine);
		const { id: later } = await texted([one], stage);
		stage.time.pass(1);
		await stage.text("Yes please", one, mainLine);
		expect(await reactionsTo(stage, later)).toMatchObject({ replies: 1 });
		expect(await reactionsTo(stage, earlier)).toMatchObject({ replies: 0 });
		expect(await reactionsTo(stage, other)).toMatchObject({ replies: 0 });
		await stage.text("Yes please", one, janesLine);
		expect(await reactionsTo(stage, other)).toMatchObject({ replies: 1 });
	});

	it("counts for the campaign before the one whose text the gate held back", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id: earlier } = await texted([one]);
		stage.time.at = new Date("2026-11-21T08:00:00Z");
		const later = await stage.create([one], { quietHours: true });
		await stage.live(60);
		await stage.text("Who are you?", one);
		expect(await reactionsTo(stage, earlier)).toMatchObject({ replies: 1 });
		expect(await reactionsTo(stage, later)).toMatchObject({ replies: 0 });
	});

	it("counts although a person has texted the recipient meanwhile", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		const sent = await stage.owner.messaging.sendText({ to: one, message: "We are open on Sunday." }, olivia);
		expect(sent.ok).toBe(true);
		await stage.text("Great!", one);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 1 });
	});

	it("counts before the campaign knows that the text was accepted", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		while (await followTexts(stage.owner));
		await db.batch([
			db.update(campaignRecipients).set({ status: "sending" }).where(eq(campaignRecipients.campaignId, id)),
			db.update(campaignTable).set({ sendingCount: 1, sentCount: 0 }).where(eq(campaignTable.id, id)),
		]);
		await stage.text("Hi", one);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 1, rows: [{ status: "sending" }] });
	});

	it("does not count when the campaign's text never reached the recipient", async () => {
		const [one = ""] = somePeople(1);
		const stage = new Stage();
		stage.shop.carrier.fault = (request) =>
			request === "POST /Messages" ? { status: 400, code: 21614 } : null;
		const { id } = await texted([one], stage);
		stage.time.pass(1);
		await stage.text("Hi", one);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 0, rows: [{ status: "failed" }] });
	});

	it("does not count without a campaign's text, or in another contact's conversation", async () => {
		const [one = "", stranger = ""] = somePeople(2);
		const { stage, id } = await texted([one]);
		await stage.text("Hi", stranger);
		await stage.text("Hi", one, janesLine);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 0 });
	});
});

describe("a recipient who opts out", () => {
	it.each(["STOP", "please stop texting me", "Stop."])(
		"by %j counts as that, and not as a reply",
		async (words) => {
			const [one = ""] = somePeople(1);
			const { stage, id } = await texted([one]);
			stage.time.pass(5);
			const at = stage.time.at;
			await stage.text(words, one);
			await stage.text("STOP", one);
			expect(await reactionsTo(stage, id)).toMatchObject({
				replies: 0,
				optOuts: 1,
				rows: [{ optedOutAt: at, repliedAt: null }],
			});
		},
	);

	it("after having written back counts as both", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		await stage.text("Who is this?", one);
		await stage.text("STOP", one);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 1, optOuts: 1 });
	});

	it("according to the carrier's refusal has not reacted to this campaign", async () => {
		const [refused = "", blocked = ""] = somePeople(2);
		const stage = new Stage();
		let isFirst = true;
		stage.shop.carrier.fault = (request) => {
			if (request !== "POST /Messages" || !isFirst) return null;
			isFirst = false;
			return { status: 400, code: 21610 };
		};
		const { id } = await texted([refused, blocked], stage);
		await stage.report(blocked, "undelivered", 30004);
		const { replies, optOuts: out, rows } = await reactionsTo(stage, id);
		expect({ replies, out }).toEqual({ replies: 0, out: 0 });
		expect(rows.map(({ status }) => status)).toEqual(["failed", "undelivered"]);
		for (const number of [refused, blocked]) {
			expect(await db.select().from(optOuts).where(eq(optOuts.number, number))).toMatchObject([
				{ source: "carrier" },
			]);
		}
	});
});

describe("a webhook of a reply", () => {
	const webhookOf = (word: string, from: string, Body: string) =>
		InboundTextWebhook.parse({ MessageSid: sidOf(word), From: from, To: mainLine, Body });

	it("that is repeated, with parallel readers, counts once", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		stage.time.pass(1);
		const at = stage.time.at;
		const webhook = webhookOf("again", one, "Hi");
		for (let count = 0; count < 3; count++) {
			await receiveText(stage.front, webhook, stage.front.now());
			await Promise.all([followTexts(stage.owner), followTexts(stage.campaigns), followTexts(stage.owner)]);
			stage.time.pass(60);
		}
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 1, rows: [{ repliedAt: at }] });
	});

	it.each<[string, (MessageStatus | "reply")[]]>([
		["before", ["reply", "delivered"]],
		["after", ["delivered", "reply"]],
		["between", ["sent", "reply", "delivered"]],
	])("%s the carrier's reports takes nothing from them", async (_when, news) => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		for (const what of news) {
			if (what === "reply") await stage.text("Hi", one);
			else await stage.report(one, what);
		}
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 1, rows: [{ status: "delivered" }] });
	});

	it("that arrives after a later reply's keeps the earlier instant", async () => {
		const [one = ""] = somePeople(1);
		const { stage, id } = await texted([one]);
		const early = new Date(stage.time.at.getTime() + 1000);
		const late = new Date(stage.time.at.getTime() + 9000);
		await receiveText(stage.front, webhookOf("late", one, "Hello?"), late);
		expect((await reactionsTo(stage, id)).rows[0]?.repliedAt).toEqual(late);
		await receiveText(stage.front, webhookOf("early", one, "Hi"), early);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 1, rows: [{ repliedAt: early }] });
	});

	it("for a text from before a campaign does not count for that campaign", async () => {
		const [one = ""] = somePeople(1);
		const before = new Date("2026-11-20T17:59:00Z");
		const { stage, id } = await texted([one]);
		await receiveText(stage.front, webhookOf("before", one, "Hi"), before);
		expect(await reactionsTo(stage, id)).toMatchObject({ replies: 0 });
	});
});
