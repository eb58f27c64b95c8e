import { createExecutionContext } from "cloudflare:test";
import { messages } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { deriveId } from "@cloudpbx/kit/derive-id";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { MessagingService } from "../../../src/rpc.ts";
import { conversationIdOf, replyIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, janesLine, mainLine, testEnv } from "../company.ts";
import { receive } from "../webhooks.ts";
import { loadConversation, Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);
const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let count = 0;
const somebody = () => `+1415555${String(7000 + ++count)}`;

async function writer(body = "Hi", to = mainLine): Promise<string> {
	const from = somebody();
	await receive(`p${count}`, body, { From: from, To: to });
	return from;
}

describe("replying", () => {
	it("sends the text, makes the conversation a person's, and reads it", async () => {
		const shop = new Workshop();
		const from = await writer();
		const result = await rpc.reply({ from, to: mainLine, message: "This is Olivia." }, olivia);
		expect(result).toMatchObject({
			ok: true,
			value: {
				from: mainLine,
				to: from,
				body: "This is Olivia.",
				author: "person",
				authorName: "Olivia",
				status: "queued",
			},
		});
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(await loadConversation(from)).toMatchObject({
			mode: "human",
			takenOverBy: "Olivia",
			unreadCount: 0,
		});
	});

	it("to whoever is out is refused in words, and leaves the conversation as it was", async () => {
		const shop = new Workshop();
		const from = await writer("STOP");
		const result = await rpc.reply({ from, to: mainLine, message: "But wait!" }, olivia);
		expect(result).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect(!result.ok && result.error.message).toContain("opted out");
		expect(shop.carrier.sent(from)).toEqual([]);
		expect(await loadConversation(from)).toMatchObject({ mode: "assistant" });
	});

	it("needs a conversation and a text", async () => {
		new Workshop();
		const nobody = { from: "+14155559998", to: mainLine };
		expect(await rpc.reply({ ...nobody, message: "Hi" }, olivia)).toMatchObject({
			error: { code: "not_found" },
		});
		const from = await writer();
		expect(await rpc.reply({ from, to: mainLine, message: "" }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
		expect(await rpc.reply({ from, to: mainLine, message: "x".repeat(1601) }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
	});
});

describe("texting anybody", () => {
	it("takes the number as typed and the company's main line", async () => {
		const shop = new Workshop();
		const result = await rpc.sendText({ to: "(415) 555-0177", message: "Hello from us" }, olivia);
		expect(result).toMatchObject({ ok: true, value: { from: mainLine, to: "+14155550177" } });
		expect(shop.carrier.sent("+14155550177")).toHaveLength(1);
		expect(await loadConversation("+14155550177")).toMatchObject({ mode: "assistant", lastAuthor: "person" });
	});

	it("is one text when the same id comes twice", async () => {
		const shop = new Workshop();
		const input = { to: somebody(), message: "Once", id: "msg_00000000000000aa" };
		const first = await rpc.sendText(input, olivia);
		expect(await rpc.sendText(input, olivia)).toEqual(first);
		expect(shop.carrier.sent(input.to)).toHaveLength(1);
	});

	it("never goes to the number of an earlier request with the same id", async () => {
		const shop = new Workshop();
		const [out, next] = [somebody(), somebody()];
		await shop.text("please stop texting me", { from: out });
		const id = "msg_00000000000000ab";
		expect(await rpc.sendText({ to: out, message: "Hi", id }, olivia)).toMatchObject({
			error: { code: "precondition_failed" },
		});
		expect(await rpc.sendText({ to: next, message: "Hi", id }, olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(shop.carrier.sent(next)).toEqual([]);
		expect(shop.carrier.sent(out).filter(({ body }) => body === "Hi")).toEqual([]);
	});

	it("tells nothing of the text that an id belongs to", async () => {
		const shop = new Workshop();
		const to = somebody();
		const sent = { to, message: "Once", id: "msg_00000000000000ac" };
		await rpc.sendText(sent, olivia);
		expect(await rpc.sendText({ ...sent, message: "Other words" }, olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(await rpc.sendText({ ...sent, to: somebody() }, olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(shop.carrier.sent(to)).toHaveLength(1);
	});

	it("takes no id that is derived from something else, though it can be computed", async () => {
		const shop = new Workshop();
		const to = await writer();
		const ofCampaign = await deriveId("msg", "campaign", "cmp_1", to);
		const ofAssistant = await replyIdOf(await conversationIdOf(to, mainLine), 1);
		await shop.text("Mine", { from: to });
		const [inbound] = await db.select().from(messages).where(eq(messages.body, "Mine"));
		for (const id of [ofCampaign, ofAssistant, inbound?.id ?? ""]) {
			const sent = await rpc.sendText({ to, message: `Instead of ${id}`, id }, olivia);
			expect(sent).toMatchObject({ ok: true });
			expect(sent.ok && sent.value.id).not.toBe(id);
			const texts = await db.select().from(messages).where(eq(messages.id, id));
			expect(texts.filter(({ direction }) => direction === "outbound")).toEqual([]);
		}
		expect(shop.carrier.sent(to)).toHaveLength(3);
	});

	it("is another text when somebody else chose the same id", async () => {
		const shop = new Workshop();
		const input = { to: somebody(), message: "Once", id: "msg_00000000000000ae" };
		await rpc.sendText(input, olivia);
		expect(await rpc.sendText(input, { ...olivia, id: "usr_2" })).toMatchObject({ ok: true });
		expect(shop.carrier.sent(input.to)).toHaveLength(2);
	});

	it("may be corrected under the same id after a refusal", async () => {
		const shop = new Workshop();
		const to = somebody();
		const id = "msg_00000000000000ad";
		shop.carrier.fault = () => ({ status: 400, code: 30034 });
		expect(await rpc.sendText({ to, message: "First", id }, olivia)).toMatchObject({ ok: false });
		shop.carrier.fault = () => null;
		expect(await rpc.sendText({ to, message: "Second", id }, olivia)).toMatchObject({ ok: true });
		expect(shop.carrier.sent(to).map(({ body }) => body)).toEqual(["Second"]);
	});

	it("leaves out what nobody typed", async () => {
		const shop = new Workshop();
		const to = somebody();
		await rpc.sendText({ to, message: "a\u0007b\r\nc\ud83d" }, olivia);
		expect(shop.carrier.sent(to).map(({ body }) => body)).toEqual(["ab\nc\ufffd"]);
		expect(await rpc.sendText({ to, message: "\u0000" }, olivia)).toMatchObject({
			error: { code: "bad_input" },
		});
	});

	it("goes out by the main line that is kept when another one is given back", async () => {
		const shop = new Workshop();
		const releasing = { id: "num_going", number: "+18005550109", kind: "toll_free" as const };
		const at = new Date("2020-01-01T00:00:00Z");
		await db.insert(phoneNumbers).values({ ...releasing, createdAt: at, releasingAt: at });
		const to = somebody();
		expect(await rpc.sendText({ to, message: "Hi" }, olivia)).toMatchObject({ ok: true });
		expect(shop.carrier.sent(to)).toMatchObject([{ from: mainLine }]);
		await db.delete(phoneNumbers).where(eq(phoneNumbers.id, releasing.id));
	});

	it.each([
		[{ to: "nonsense", message: "Hi" }, "bad_input"],
		[{ to: "+14155550178", message: "Hi", from: "+14155550000" }, "bad_input"],
		[{ to: janesLine, message: "Hi" }, "bad_input"],
	])("refuses %o", async (input, code) => {
		new Workshop();
		expect(await rpc.sendText(input, olivia)).toMatchObject({ ok: false, error: { code } });
	});

	it("says what the carrier said when it refuses for good", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 400, code: 30034 });
		const result = await rpc.sendText({ to: somebody(), message: "Hi" }, olivia);
		expect(result).toMatchObject({ ok: false, error: { code: "precondition_failed" } });
		expect(!result.ok && result.error.message).toContain("not registered");
	});
});
