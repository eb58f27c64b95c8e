import { settings } from "@cloudpbx/db/schema/admin";
import {
	consentEvents,
	conversationNotes,
	conversations,
	messageEvents,
	messageMedia,
	messages,
	optOuts,
} from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../../../src/inbox/add-note.ts";
import { sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { runJob } from "../../../src/jobs/run-job.ts";
import { searchMessages } from "../../../src/search/search-messages.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { conversationIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { receive, sidOf } from "../webhooks.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(8000 + ++count)}`;
const isOut = async (number: string) =>
	(await db.select().from(optOuts).where(eq(optOuts.number, number))).length > 0;
const fileAt = (word: string) =>
	`https://carrier.example.com/2010-04-01/Accounts/AC${"0".repeat(32)}/Messages/${sidOf(word, "MM")}/Media/ME${"0".repeat(32)}`;

describe("texts that came in while we were away", () => {
	it("are found in the carrier's list and answered", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "Anybody there?", shop.at);
		shop.pass(900);
		expect(await sweep(shop.messaging)).toMatchObject({ textsAdopted: 1 });
		expect(await sweep(shop.messaging)).toMatchObject({ textsAdopted: 0 });
		await shop.settle();
		expect(await loadThread(from)).toMatchObject([{ body: "Anybody there?" }, { author: "assistant" }]);
	});

	it("opt out as they would have", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "STOP", shop.at);
		shop.pass(900);
		await sweep(shop.messaging);
		const ledger = await db.select().from(consentEvents).where(eq(consentEvents.number, from));
		expect(ledger).toMatchObject([{ kind: "opt_out", words: "STOP" }]);
	});

	it.each(["Yes", "START"])("lift no opt-out that is newer: %s", async (word) => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, janesLine, word, shop.at);
		const params = { MessageSid: sidOf(`late${word}`), From: from, To: janesLine, Body: word };
		const receivedAt = shop.at.getTime();
		shop.pass(60);
		await shop.text("please stop texting me", { from, to: janesLine });
		shop.pass(10);
		await runJob(shop.messaging, { task: "receive", params, receivedAt });
		expect(await isOut(from)).toBe(true);
		shop.pass(900);
		await sweep(shop.messaging);
		expect(await isOut(from)).toBe(true);
		const ledger = await db.select().from(consentEvents).where(eq(consentEvents.number, from));
		expect(ledger.map(({ kind }) => kind).filter((kind) => kind === "opt_in")).toHaveLength(
			word === "START" ? 2 : 0,
		);
	});

	it("opt out without a confirmation that would come hours later", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "please stop texting me", shop.at);
		shop.pass(11 * 3600);
		await sweep(shop.messaging);
		await shop.settle();
		expect(await isOut(from)).toBe(true);
		expect(shop.carrier.sent(from)).toEqual([]);
	});

	it("are found behind others that cannot be read, and behind a hundred newer ones", async () => {
		const shop = new Workshop();
		const from = somebody();
		shop.carrier.receive(from, mainLine, "STOP", shop.at);
		const broken = shop.carrier.receive(somebody(), mainLine, "?", shop.at);
		broken.sid = "nonsense";
		for (let index = 0; index < 120; index++) {
			shop.carrier.receive("+14155550999", "+14155550999", `noise ${index}`, shop.at);
		}
		for (let index = 0; index < 120; index++) shop.carrier.receive("12345", mainLine, `${index}`, shop.at);
		shop.pass(900);
		await sweep(shop.messaging);
		expect(await isOut(from)).toBe(true);
	});

	it("are left to their webhook while it may be under way", async () => {
		const shop = new Workshop();
		shop.carrier.receive(somebody(), mainLine, "Just now", shop.at);
		shop.pass(60);
		expect(await sweep(shop.messaging)).toMatchObject({ textsAdopted: 0 });
	});

	it("wait when the carrier cannot be asked, and nothing else waits for them", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => "lost before";
		expect(await sweep(shop.messaging)).toMatchObject({
			textsAdopted: null,
			answersRequested: expect.any(Number),
		});
	});
});

describe("texts of which the carrier owes news", () => {
	it("hold up none that still has to go out", async () => {
		const shop = new Workshop();
		await db.update(messages).set({ checkAt: null });
		for (let index = 0; index < 30; index++) {
			await sendByPerson(shop.messaging, { to: `+1415557${1000 + index}`, message: "Hi" }, olivia);
		}
		shop.carrier.fault = (request) =>
			request.startsWith("GET /Messages/") ? { status: 400, code: 20001 } : null;
		shop.pass(3600);
		const from = somebody();
		await shop.text("please stop texting me", { from });
		shop.jobs.length = 0;
		shop.pass(120);
		await sweep(shop.messaging);
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});

	it("are asked about one after the other when the carrier does not tell of some", async () => {
		const shop = new Workshop();
		await db.update(messages).set({ checkAt: null });
		for (let index = 0; index < 25; index++) {
			await sendByPerson(shop.messaging, { to: `+1415557${2000 + index}`, message: "Hi" }, olivia);
		}
		shop.carrier.fault = (request) =>
			request.startsWith("GET /Messages/") ? { status: 400, code: 20001 } : null;
		shop.pass(1800);
		expect(await sweep(shop.messaging)).toMatchObject({ textsResumed: 20 });
		expect(await sweep(shop.messaging)).toMatchObject({ textsResumed: 5 });
		await db.update(messages).set({ checkAt: null });
	});
});

describe("a conversation that nobody answers", () => {
	it("is given to people in the end", async () => {
		const shop = new Workshop();
		const from = somebody();
		await shop.text("Hello?", { from });
		for (let round = 0; round < 10; round++) {
			shop.replies.length = 0;
			shop.pass(700);
			await sweep(shop.messaging);
		}
		expect(await loadConversation(from)).toMatchObject({
			mode: "waiting",
			waitingReason: "assistant_failed",
		});
		expect(shop.carrier.sent(from)).toHaveLength(1);
	});
});

describe("texts older than the owner keeps them", () => {
	it("are deleted everywhere, some at a time, and the ledger stays", async () => {
		const shop = new Workshop();
		const from = somebody();
		await shop.text("please stop texting me", { from });
		await shop.settle();
		await shop.text("START", { from });
		await shop.text("platypus?", { from });
		await shop.settle();
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
		await shop.settle();
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

describe("a file that came with a text", () => {
	async function withFile(word: string, url = fileAt(word)) {
		const shop = new Workshop();
		const from = somebody();
		const params = {
			MessageSid: sidOf(word, "MM"),
			From: from,
			NumMedia: "1",
			MediaUrl0: url,
			MediaContentType0: "image/jpeg",
		};
		// Its job is lost: the real queue would be faster than some of these tests.
		await receive(word, "", params, { env: { JOB_QUEUE: shop.queueOf([]) } });
		const id = `media_${sidOf(word).slice(2)}_0`;
		const job = { task: "media" as const, mediaId: id };
		const load = async () => (await db.select().from(messageMedia).where(eq(messageMedia.id, id)))[0];
		return { shop, id, job, load, from };
	}
	const picture = () => new Response("JPEG", { headers: { "content-type": "image/jpeg" } });

	it("is fetched into R2, with our credentials for the carrier only", async () => {
		const { shop, job, load } = await withFile("pic");
		const storage = "https://mms.twiliocdn.com/picture";
		shop.carrier.media.set(
			fileAt("pic"),
			() => new Response(null, { status: 307, headers: { location: storage } }),
		);
		shop.carrier.media.set(storage, picture);
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "stored" });
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "already_done" });
		const row = await load();
		expect(row).toMatchObject({ status: "stored", contentType: "image/jpeg", bytes: 4 });
		expect(await (await testEnv.MESSAGE_MEDIA.get(row?.mediaKey ?? ""))?.text()).toBe("JPEG");
		expect(shop.carrier.mediaRequests).toEqual([
			{ url: fileAt("pic"), hasCredentials: true },
			{ url: storage, hasCredentials: false },
		]);
	});

	it.each([
		["card", "text/x-vcard; charset=utf-8", "text/vcard"],
		["dir", "text/directory; profile=vCard", "text/vcard"],
		["jpg", "image/jpg", "image/jpeg"],
		["amr", "audio/amr", "audio/amr"],
		["3gp", "video/3gpp", "video/3gpp"],
		// The storage does not know it; the webhook has said image/jpeg.
		["bytes", "application/octet-stream", "image/jpeg"],
	])("(%s) that is served as %s is kept", async (word, served, kept) => {
		const { shop, job, load } = await withFile(word);
		shop.carrier.media.set(fileAt(word), () => new Response("1234", { headers: { "content-type": served } }));
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "stored" });
		expect(await load()).toMatchObject({ status: "stored", contentType: kept, bytes: 4 });
	});

	it.each([
		["of another host", "evil", "https://evil.example/x.jpg"],
		["of the metadata service", "meta", "http://169.254.169.254/latest/meta-data"],
		[
			"of another account",
			"other",
			`https://carrier.example.com/2010-04-01/Accounts/AC${"1".repeat(32)}/Media/ME1`,
		],
		["that is none", "none", "not an address"],
	])("%s is never asked for", async (_name, word, url) => {
		const { shop, job, load } = await withFile(word, url);
		expect(await runJob(shop.messaging, job)).toMatchObject({ kind: "done", what: "refused" });
		expect(await load()).toMatchObject({ status: "refused", failure: expect.stringContaining("address") });
		expect(shop.carrier.mediaRequests).toEqual([]);
	});

	it.each([
		["redirected elsewhere", "redir", () => Response.redirect("https://evil.example/x", 302), "unknown host"],
		[
			"a script",
			"svg",
			() => new Response("<svg/>", { headers: { "content-type": "image/svg+xml" } }),
			"this type",
		],
		[
			"too large, as it says",
			"large",
			() => new Response("x", { headers: { "content-type": "image/png", "content-length": "99999999" } }),
			"too large",
		],
		[
			"too large, as it turns out",
			"larger",
			() => new Response("x".repeat(10_000_001), { headers: { "content-type": "image/png" } }),
			"too large",
		],
	])("%s is refused", async (_name, word, respond, failure) => {
		const { shop, job, load } = await withFile(word);
		shop.carrier.media.set(fileAt(word), respond);
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "refused" });
		expect(await load()).toMatchObject({ status: "refused", failure: expect.stringContaining(failure) });
	});

	it("is tried again when it is not there yet, and its job is sent again when it was lost", async () => {
		const { shop, job, load } = await withFile("late");
		shop.carrier.media.set(fileAt("late"), () => new Response(null, { status: 404 }));
		expect(await runJob(shop.messaging, job)).toMatchObject({ kind: "retry" });
		shop.carrier.media.set(fileAt("late"), picture);
		shop.at = new Date(Date.now() + 7200 * 1000);
		expect(await sweep(shop.messaging)).toMatchObject({ mediaResent: 1 });
		await shop.settle(60);
		expect(await load()).toMatchObject({ status: "stored" });
	});
});

it("takes in a text that waited in the queue", async () => {
	const shop = new Workshop();
	const from = somebody();
	const params = { MessageSid: sidOf("waited"), From: from, To: mainLine, Body: "Hi" };
	const receivedAt = shop.at.getTime();
	await runJob(shop.messaging, { task: "receive", params, receivedAt });
	await runJob(shop.messaging, { task: "receive", params, receivedAt });
	await shop.settle();
	expect((await db.select().from(messages).where(eq(messages.fromNumber, from))).length).toBe(1);
	expect(shop.carrier.sent(from)).toHaveLength(1);
});
