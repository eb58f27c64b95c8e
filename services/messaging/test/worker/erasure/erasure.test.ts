import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { erasures } from "@cloudpbx/db/schema/contacts";
import { erasedItems, erasedOptOuts } from "@cloudpbx/db/schema/erasure";
import { conversationNotes, conversations, messageMedia, messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { addOptOut, removeOptOut } from "../../../src/consent/change-opt-outs.ts";
import { listOptedOut, listOptOuts } from "../../../src/consent/opt-outs.ts";
import { erasePerson } from "../../../src/erasure/erase-person.ts";
import { sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const owner = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
const other = "+14155558888";

async function eraseAll(shop: Workshop, number: string) {
	await db.insert(erasures).values({ number, startedAt: shop.at }).onConflictDoNothing();
	// Full portions before the last one.
	let portions = 0;
	for (;;) {
		const portion = await erasePerson(shop.messaging, number);
		if (portion.waitsFor !== null) return { portions, waitsFor: portion.waitsFor };
		if (portion.isDone) break;
		portions += 1;
	}
	await db.delete(erasures).where(eq(erasures.number, number));
	return { portions, waitsFor: null };
}

/** All rows of all tables, and the search index, as one text. */
async function dump(): Promise<string> {
	const { results } = await testEnv.DB.prepare(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'messages_fts%'",
	).all<{ name: string }>();
	const rows = await testEnv.DB.batch(
		results.map(({ name }) => testEnv.DB.prepare(`SELECT * FROM "${name}"`)),
	);
	return JSON.stringify(rows.map(({ results }) => results));
}

it("leaves nothing of the person, and of others everything", async () => {
	const number = "+14155556001";
	const shop = new Workshop();
	await shop.text("Zebrafinch espresso?", { from: number });
	await shop.text("Zebrafinch again", { from: number, to: janesLine });
	await shop.text("Another zebrafinch", { from: other });
	await shop.deliverJobs();
	await sendByPerson(shop.messaging, { to: number, message: "Your quokka machine" }, owner);
	const [conversation] = await db.select().from(conversations).where(eq(conversations.contactNumber, number));
	await db.insert(conversationNotes).values({
		id: "note_1",
		conversationId: conversation?.id ?? "",
		body: "She is quokka",
		actorName: "Olivia",
		createdAt: shop.at,
	});
	const [first] = await db.select().from(messages).where(eq(messages.fromNumber, number));
	await testEnv.MESSAGE_MEDIA.put("media/x", "picture");
	await db.insert(messageMedia).values({
		id: "media_x",
		messageId: first?.id ?? "",
		url: "https://api.example.com/Messages/x/Media/y",
		contentType: "image/png",
		status: "stored",
		mediaKey: "media/x",
		requestedAt: shop.at,
	});
	await addOptOut(shop.messaging, { number, reason: "Quokka asked by mail" }, owner);
	await shop.messaging.memory.put(`conversation/${conversation?.id}`, "Zebrafinch");

	expect(await eraseAll(shop, number)).toEqual({ portions: 0, waitsFor: null });

	const left = await dump();
	expect(left).not.toContain(number.slice(2));
	expect(left).not.toMatch(/quokka/i);
	expect(left).toContain("Another zebrafinch");
	expect(await testEnv.MESSAGE_MEDIA.head("media/x")).toBeNull();
	expect(await shop.messaging.memory.get(`conversation/${conversation?.id}`)).toBeNull();
	const words = await testEnv.DB.prepare(
		"SELECT count(*) AS count FROM messages_search_words WHERE term = 'quokka'",
	).first();
	expect(words).toEqual({ count: 0 });
	expect(await eraseAll(shop, number)).toEqual({ portions: 0, waitsFor: null });
});

it("keeps of an opt-out a hash, by which the number is refused until START or an owner lifts it", async () => {
	const number = "+14155556002";
	const shop = new Workshop();
	await shop.text("STOP", { from: number });
	await eraseAll(shop, number);
	expect(await db.select().from(optOuts).where(eq(optOuts.number, number))).toEqual([]);
	expect(await db.select().from(erasedOptOuts)).toContainEqual(
		expect.objectContaining({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), source: "keyword" }),
	);
	const refused = await sendByPerson(shop.messaging, { to: number, message: "Hello" }, owner);
	expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining("opted out") } });
	expect(await sendByPerson(shop.messaging, { to: other, message: "Hello" }, owner)).toMatchObject({
		ok: true,
	});
	expect(await listOptedOut(shop.messaging, [number, other])).toEqual([number]);
	expect(await listOptOuts(shop.messaging, { number, limit: 50 })).toMatchObject({
		value: { items: [{ number, source: "keyword" }] },
	});

	shop.pass(60);
	await shop.text("START", { from: number });
	await shop.deliverJobs();
	expect(await listOptedOut(shop.messaging, [number])).toEqual([]);
	expect(await sendByPerson(shop.messaging, { to: number, message: "Hello" }, owner)).toMatchObject({
		ok: true,
	});

	await shop.text("STOP", { from: number });
	await eraseAll(shop, number);
	const lifted = await removeOptOut(shop.messaging, {
		number,
		reason: "She asked for it by mail.",
		actor: owner,
	});
	expect(lifted).toMatchObject({ ok: true });
	expect(await listOptedOut(shop.messaging, [number])).toEqual([]);
});

it("makes nothing new of an erased text that is reported again", async () => {
	const number = "+14155556003";
	const shop = new Workshop();
	await shop.textByCarrier("Wombat one", number);
	await shop.text("Wombat STOP please stop texting me", { from: number, word: "wombat" });
	await shop.deliverJobs();
	await eraseAll(shop, number);
	await shop.text("Wombat STOP please stop texting me", { from: number, word: "wombat" });
	await shop.deliverWithSweeps(2);
	expect(await db.select().from(conversations).where(eq(conversations.contactNumber, number))).toEqual([]);
	expect(await dump()).not.toMatch(/wombat/i);
	expect(await db.select().from(consentEvents).where(eq(consentEvents.number, number))).toEqual([]);
	await shop.text("Good day", { from: number });
	expect(await db.select().from(messages).where(eq(messages.fromNumber, number))).toHaveLength(1);
});

it("takes bounded portions and leaves a text whose outcome is not known until it is", async () => {
	const number = "+14155556004";
	const shop = new Workshop();
	await testEnv.DB.prepare(
		`INSERT INTO messages (id, conversation_id, direction, author, category, from_number, to_number, body, segments, status, is_attempt_open, status_at, created_at)
		WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
		SELECT printf('msg_f%015x', i), 'conv_many', 'outbound', 'person', 'transactional', ?1, ?2, 'text ' || i, 1,
			CASE i WHEN 7 THEN 'pending' ELSE 'sent' END, i = 7, ?3, ?3 + i FROM n`,
	)
		.bind(mainLine, number, shop.at.getTime())
		.run();
	expect(await eraseAll(shop, number)).toEqual({ portions: 2, waitsFor: "text" });
	expect(await db.select().from(messages).where(eq(messages.toNumber, number))).toHaveLength(1);
	await db
		.update(messages)
		.set({ status: "failed", isAttemptOpen: false })
		.where(eq(messages.toNumber, number));
	expect(await eraseAll(shop, number)).toEqual({ portions: 0, waitsFor: null });
	expect(await db.select().from(messages).where(eq(messages.toNumber, number))).toEqual([]);
});

it("refuses to take anything from the ledger of consent while nobody is being erased", async () => {
	const shop = new Workshop();
	await shop.text("STOP", { from: "+14155556005" });
	await expect(testEnv.DB.prepare("DELETE FROM consent_events").run()).rejects.toThrow(/kept for good/);
	await db.insert(erasures).values({ number: "+14155556006", startedAt: shop.at });
	await expect(testEnv.DB.prepare("DELETE FROM consent_events").run()).rejects.toThrow(/kept for good/);
	await db.delete(erasures);
});

it("deletes the carrier's copies, and forgets the ids of erased texts after a week", async () => {
	const number = "+14155556007";
	const shop = new Workshop();
	await shop.textByCarrier("Copied text", number);
	await eraseAll(shop, number);
	const left = await db.select().from(erasedItems);
	expect(left.length).toBeGreaterThan(0);
	expect(left.filter(({ carrierPath }) => carrierPath !== null)).toEqual([]);
	shop.pass(8 * 24 * 3600);
	await shop.deliverWithSweeps(1);
	expect(await db.select().from(erasedItems)).toEqual([]);
});
