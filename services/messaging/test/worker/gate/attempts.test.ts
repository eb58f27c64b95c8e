import { conversations, messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Attempt } from "../../../src/delivery/attempt.ts";
import { handOver } from "../../../src/delivery/hand-over.ts";
import { storeRetry } from "../../../src/gate/store-retry.ts";
import type { MessageRow } from "../../../src/texts/message-row.ts";
import { hourOf } from "../../../src/texts/sending-hour.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

const { at } = new Workshop();
let count = 0;

/** A text that the carrier did not accept, due for another attempt. */
async function makeDue(
	changes: Partial<MessageRow> = {},
	conversation: Partial<typeof conversations.$inferInsert> = {},
) {
	count += 1;
	const [id, contact] = [`msg_${String(count).padStart(16, "0")}`, `+1415556${4000 + count}`];
	const conversationId = `conv_due${count}`;
	await db.insert(conversations).values({
		id: conversationId,
		contactNumber: contact,
		ourNumber: mainLine,
		mode: "assistant",
		createdAt: at,
		...conversation,
	});
	const [row] = await db
		.insert(messages)
		.values({
			id,
			conversationId,
			direction: "outbound",
			author: "assistant",
			category: "transactional",
			fromNumber: mainLine,
			toNumber: contact,
			body: "We are open until six.",
			segments: 1,
			status: "pending",
			statusAt: at,
			attempts: 1,
			attemptedAt: at,
			createdAt: at,
			...changes,
		})
		.returning();
	if (!row) throw new Error("It was not stored.");
	return row;
}

const load = async ({ id }: MessageRow) => (await db.select().from(messages).where(eq(messages.id, id)))[0];

describe("an attempt", () => {
	it("is made by the gate alone: nothing else can be handed to the carrier", async () => {
		const shop = new Workshop();
		const row = await makeDue();
		// @ts-expect-error A row of the table is no attempt.
		const around = () => handOver(shop.messaging, [row]);
		const through = (attempt: Attempt) => handOver(shop.messaging, [attempt]);
		const { attempt } = await storeRetry(shop.messaging, row);
		if (!attempt) throw new Error("The gate let it not through.");
		await through(attempt);
		expect(shop.carrier.sent(row.toNumber)).toHaveLength(1);
		expect(around).toBeTypeOf("function");
	});
});

describe("another attempt at a text that was not taken", () => {
	it("asks the gate like the first one: a contact who has had too many texts gets none", async () => {
		const shop = new Workshop();
		const hour = hourOf(shop.at);
		const row = await makeDue({}, { hourStartedAt: hour, sentInHour: 120, repliesInHour: 20 });
		expect(await storeRetry(shop.messaging, row)).toMatchObject({ attempt: null });
		expect(await load(row)).toMatchObject({ status: "refused", refusal: "too_many", checkAt: null });
	});

	it("is not made from a number that is being given back", async () => {
		const shop = new Workshop();
		const row = await makeDue({ fromNumber: "+14155559999" });
		expect(await storeRetry(shop.messaging, row)).toMatchObject({ attempt: null });
		expect(await load(row)).toMatchObject({ status: "refused", refusal: "sender_not_ours" });
	});

	it("counts towards the hour again, since the one before was taken out", async () => {
		const shop = new Workshop();
		const hour = hourOf(shop.at);
		const row = await makeDue({}, { hourStartedAt: hour, sentInHour: 3 });
		expect((await storeRetry(shop.messaging, row)).attempt).not.toBeNull();
		const [conversation] = await db
			.select()
			.from(conversations)
			.where(eq(conversations.id, row.conversationId));
		expect(conversation?.sentInHour).toBe(4);
	});

	it("is made by one of two callers", async () => {
		const shop = new Workshop();
		const row = await makeDue();
		const both = await Promise.all([storeRetry(shop.messaging, row), storeRetry(shop.messaging, row)]);
		expect(both.filter(({ attempt }) => attempt !== null)).toHaveLength(1);
	});

	it("is dropped when a person has taken over meanwhile", async () => {
		const shop = new Workshop();
		const row = await makeDue({}, { mode: "human" });
		expect(await storeRetry(shop.messaging, row)).toMatchObject({ attempt: null });
		expect(await load(row)).toMatchObject({ status: "canceled" });
	});
});

describe("a text that the carrier refused", () => {
	it("does not count towards the hour's texts", async () => {
		const shop = new Workshop();
		const row = await makeDue({ attempts: 0, attemptedAt: null }, {});
		shop.carrier.fault = () => ({ status: 429, code: 20429 });
		const { attempt } = await storeRetry(shop.messaging, row);
		if (!attempt) throw new Error("The gate let it not through.");
		await handOver(shop.messaging, [attempt]);
		const [conversation] = await db
			.select()
			.from(conversations)
			.where(eq(conversations.id, row.conversationId));
		expect(conversation?.sentInHour).toBe(0);
		expect(await load(row)).toMatchObject({ status: "pending", isAttemptOpen: false, errorCode: 20429 });
	});
});
