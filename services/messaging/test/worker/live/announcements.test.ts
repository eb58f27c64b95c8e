import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { conversations, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addOptOut } from "../../../src/consent/change-opt-outs.ts";
import { applyStatus } from "../../../src/delivery/receive-status.ts";
import { expireTexts } from "../../../src/erasure/expire-texts.ts";
import { settleText } from "../../../src/gate/settle-text.ts";
import { addNote } from "../../../src/inbox/add-note.ts";
import {
	closeConversations,
	handBackConversation,
	markConversationUnread,
	takeOverConversation,
} from "../../../src/inbox/change-conversation.ts";
import { markConversationsRead } from "../../../src/inbox/mark-conversations-read.ts";
import { replyByPerson, sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { fetchMedia } from "../../../src/media/fetch-media.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import { answer, Workshop } from "../workshop.ts";
import { consentOf, inbound, outbound, takeAnnounced } from "./take-announced.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let shop: Workshop;
let from: string;
let count = 0;

beforeEach(async () => {
	shop = new Workshop();
	from = `+1415555${String(3000 + ++count)}`;
	await shop.text("Hi", { from });
	await shop.deliverJobs(60);
	shop.announced = [];
});

const key = () => ({ from, to: mainLine });

const expectAnnounced = (...expected: object[]) => takeAnnounced(shop, from, expected);

describe("browsers hear, with the contact as from and our number as to,", () => {
	it("of a text, and of the assistant's answer", async () => {
		await shop.text("Are you open?", { from });
		await expectAnnounced(inbound);
		await shop.deliverJobs(60);
		await expectAnnounced({ ...outbound, author: "assistant" });
	});

	it("of a conversation that the assistant hands over", async () => {
		shop.model = () => answer("Let me ask.", { needsPerson: true });
		await shop.text("I want to speak with a human", { from });
		await shop.deliverJobs(60);
		await expectAnnounced(
			inbound,
			{ kind: "conversation", mode: "waiting" },
			{ ...outbound, author: "assistant" },
		);
	});

	it("of a person's reply, and of what becomes of it", async () => {
		const sent = await replyByPerson(shop.messaging, { ...key(), message: "It is ready." }, olivia);
		await expectAnnounced(outbound, { kind: "conversation", mode: "human" });
		const [text] = shop.carrier.sent(from).slice(-1);
		const news = { carrierId: text?.sid ?? "", status: "delivered" as const, errorCode: null };
		await applyStatus(shop.messaging, null, news);
		await expectAnnounced({ ...outbound, status: "delivered", messageId: sent.ok && sent.value.id });
		await applyStatus(shop.messaging, null, news);
		await expectAnnounced();
	});

	it("of a text that the gate refused", async () => {
		await addOptOut(shop.messaging, { number: from, reason: "By phone." }, olivia);
		await expectAnnounced(consentOf(from));
		await sendByPerson(shop.messaging, { to: from, message: "But wait!" }, olivia);
		await expectAnnounced({ ...outbound, status: "refused" });
	});

	it("of what the sweeper finds out about a text, and drops", async () => {
		shop.carrier.fault = (request) => (request === "POST /Messages" ? "lost after" : null);
		const lost = await sendByPerson(shop.messaging, { to: from, message: "Lost?" }, olivia);
		shop.carrier.fault = () => null;
		await expectAnnounced({ ...outbound, status: "pending" });
		const id = lost.ok ? lost.value.id : "";
		await settleText(shop.messaging, id);
		await expectAnnounced({ ...outbound, messageId: id });

		shop.carrier.fault = (request) => (request === "POST /Messages" ? "500 before" : null);
		await sendByPerson(shop.messaging, { to: from, message: "Too late." }, olivia);
		shop.pass(25 * 3600);
		shop.announced = [];
		await shop.deliverJobs(3600);
		await expectAnnounced({ ...outbound, status: "failed" });
	});

	it.each([
		["taken over", () => takeOverConversation(shop.messaging, key(), olivia), "human"],
		["handed back", () => handBackConversation(shop.messaging, key()), "assistant"],
		["closed", () => closeConversations(shop.messaging, [key()]), "closed"],
		["read", () => markConversationsRead(shop.messaging, [key()]), "assistant"],
		["marked unread", () => markConversationUnread(shop.messaging, key()), "assistant"],
	] as const)("of a conversation that is %s", async (_what, change, mode) => {
		await change();
		await expectAnnounced({ kind: "conversation", mode });
	});

	it("of a note", async () => {
		await addNote(shop.messaging, { ...key(), text: "A regular." }, olivia);
		await expectAnnounced({ kind: "conversation", mode: "assistant" });
	});

	it("of a file that was fetched, and of one that never will be", async () => {
		const [message] = await db.select().from(messages).where(eq(messages.fromNumber, from));
		const messageId = message?.id ?? "";
		const row = (id: string, url: string) => ({
			id,
			messageId,
			url,
			contentType: "image/png",
			status: "pending" as const,
			requestedAt: shop.at,
		});
		const url = "https://carrier.example.com/media/1";
		const png = () => new Response(new Uint8Array([1]), { headers: { "content-type": "image/png" } });
		shop.carrier.media.set(url, png);
		await db
			.insert(messageMedia)
			.values([row(`${messageId}_0`, url), row(`${messageId}_1`, "https://evil.example/1")]);
		await fetchMedia(shop.messaging, `${messageId}_0`);
		await fetchMedia(shop.messaging, `${messageId}_1`);
		await fetchMedia(shop.messaging, `${messageId}_1`);
		await expectAnnounced({ ...inbound, messageId }, { ...inbound, messageId });
	});

	it("of a conversation whose texts are deleted because of their age", async () => {
		await expireTexts(shop.messaging, new Date(shop.at.getTime() + 1));
		const mine = shop.announced.filter((news) => "from" in news && news.from === from);
		expect(mine).toMatchObject([{ kind: "conversation", to: mainLine, mode: "assistant" }]);
	});
});

describe("of a campaign's text browsers hear by its campaign", () => {
	afterEach(() => db.delete(campaigns));

	it("when the carrier reports on it, and when the contact answers it", async () => {
		await sendByPerson(shop.messaging, { to: from, message: "Sale!" }, olivia);
		const { sid: carrierId = "" } = shop.carrier.sent(from).at(-1) ?? {};
		await db.update(messages).set({ campaignId: "cmp_1" }).where(eq(messages.carrierId, carrierId));
		await db.insert(campaigns).values({
			id: "cmp_1",
			name: "Sale",
			message: "Sale!",
			status: "completed",
			fromNumber: mainLine,
			quietHours: true,
			requireConsent: false,
			isComplete: true,
			createdBy: "Olivia",
			createdAt: shop.at,
		});
		shop.announced = [];
		await applyStatus(shop.messaging, null, { carrierId, status: "delivered", errorCode: null });
		await expectAnnounced({ kind: "campaign", campaignId: "cmp_1", status: "completed" });

		// The contact answers, and again after the time for reactions.
		const texted = { campaignId: "cmp_1", campaignTextAt: shop.at };
		await db.update(conversations).set(texted).where(eq(conversations.contactNumber, from));
		await shop.text("How much is it?", { from });
		await expectAnnounced(inbound, { kind: "campaign", campaignId: "cmp_1", status: "completed" });
		shop.pass(8 * 24 * 3600);
		await shop.text("Hello?", { from });
		await expectAnnounced(inbound);
	});
});
