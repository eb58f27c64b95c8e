import { settings } from "@cloudpbx/db/schema/admin";
import { consentEvents } from "@cloudpbx/db/schema/consent";
import { conversationNotes, conversations, messageEvents, messageMedia } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../../../src/inbox/add-note.ts";
import { searchMessages } from "../../../src/search/search-messages.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { conversationIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, mainLine, testEnv } from "../company.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(8000 + ++count)}`;

describe("texts older than the owner keeps them", () => {
	it("are deleted everywhere, some at a time, and the ledger stays", async () => {
		const shop = new Workshop();
		const from = somebody();
		await shop.text("please stop texting me", { from });
		await shop.deliverJobs();
		await shop.text("START", { from });
		await shop.text("platypus?", { from });
		await shop.deliverJobs();
		await addNote(shop.messaging, { from, to: mainLine, text: "odd" }, olivia);
		const conversationId = await conversationIdOf(from, mainLine);
		const rows = await loadThread(from);
		await testEnv.MESSAGE_MEDIA.put("media/old", "x");
		await db.insert(messageMedia).values({
			id: "media_old_0",
			messageId: rows[0]?.id ?? "",
			url: "x",
			contentType: "image/png",
			status: "stored",
			mediaKey: "media/old",
			requestedAt: shop.at,
		});
		await db.insert(settings).values({ key: "textRetentionDays", value: 30, updatedAt: shop.at });
		shop.pass(29 * 24 * 3600);
		expect(await sweep(shop.messaging)).toMatchObject({ textsExpired: 0 });
		shop.pass(2 * 24 * 3600);
		await sweep(shop.messaging);

		expect(await loadThread(from)).toEqual([]);
		expect(await loadConversation(from)).toBeUndefined();
		expect(
			await db.select().from(conversationNotes).where(eq(conversationNotes.conversationId, conversationId)),
		).toEqual([]);
		for (const { id } of rows) {
			expect(await db.select().from(messageEvents).where(eq(messageEvents.messageId, id))).toEqual([]);
		}
		expect(await testEnv.MESSAGE_MEDIA.head("media/old")).toBeNull();
		expect(await testEnv.ASSISTANT_MEMORY.get(`conversation/${conversationId}`)).toBeNull();
		const found = await searchMessages(shop.messaging, { query: "platypus", limit: 10 });
		expect(found).toMatchObject({ ok: true, value: { items: [] } });
		const ledger = await db.select().from(consentEvents).where(eq(consentEvents.number, from));
		expect(ledger.map(({ kind }) => kind)).toEqual(["opt_out", "opt_in"]);
		await db.delete(settings).where(eq(settings.key, "textRetentionDays"));
	});

	it("leave a conversation that is going on", async () => {
		const shop = new Workshop();
		const from = somebody();
		await shop.text("old", { from });
		await shop.deliverJobs();
		await db.insert(settings).values({ key: "textRetentionDays", value: 30, updatedAt: shop.at });
		shop.pass(31 * 24 * 3600);
		await shop.text("new", { from });
		await sweep(shop.messaging);
		expect((await loadThread(from)).map(({ body }) => body)).toEqual(["new"]);
		expect(await loadConversation(from)).toMatchObject({ lastPreview: "new" });
		await db.delete(settings).where(eq(settings.key, "textRetentionDays"));
		expect((await db.select().from(conversations)).length).toBeGreaterThan(0);
	});
});
