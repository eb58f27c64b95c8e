import { messageEvents, messages } from "@cloudpbx/db/schema/messaging";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sweep } from "../../../src/sweep/sweep.ts";
import { db, foundCompany } from "../company.ts";
import { report } from "../webhooks.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let count = 0;
const somebody = () => `+1415555${String(6000 + ++count)}`;

async function sendOne(shop: Workshop) {
	const from = somebody();
	await shop.text("Hi", { from });
	await shop.deliverJobs();
	const [text] = shop.carrier.sent(from);
	if (!text) throw new Error("Nothing was sent.");
	return text;
}

async function statusOf(carrierId: string) {
	const [row] = await db.select().from(messages).where(eq(messages.carrierId, carrierId));
	return row?.status;
}

async function load(carrierId: string) {
	const [row] = await db.select().from(messages).where(eq(messages.carrierId, carrierId));
	if (!row) throw new Error("There is no such message.");
	return row;
}

const orders = [
	["sending", "sent", "delivered"],
	["sent", "sending", "delivered"],
	["delivered", "sent", "sending"],
	["delivered", "sending", "sent", "delivered"],
	["sending", "delivered", "sent"],
];

describe("reports on a text", () => {
	it.each(orders)("end as delivered in the order %s, %s, %s", async (...order) => {
		const { sid } = await sendOne(new Workshop());
		for (const status of order) expect((await report(sid, status)).status).toBe(204);
		expect(await statusOf(sid)).toBe("delivered");
		const events = await db
			.select()
			.from(messageEvents)
			.where(eq(messageEvents.messageId, (await load(sid)).id))
			.orderBy(asc(messageEvents.id));
		const reported = events.filter(({ kind }) => kind === "status").map(({ status }) => status);
		expect(reported.toSorted()).toEqual([...new Set(order)].toSorted());
	});

	it("never take a final word back", async () => {
		const { sid } = await sendOne(new Workshop());
		for (const status of ["undelivered", "delivered", "sent", "failed"]) await report(sid, status);
		expect(await statusOf(sid)).toBe("undelivered");
		await report(sid, "read");
		expect(await statusOf(sid)).toBe("undelivered");
	});

	it("keep the carrier's error and explain it", async () => {
		const { sid } = await sendOne(new Workshop());
		await report(sid, "undelivered", "/sms/status", 30003);
		expect(await load(sid)).toMatchObject({ status: "undelivered", errorCode: 30003 });
	});

	it("that come before the answer to our own request tell that it was taken", async () => {
		const shop = new Workshop();
		const from = somebody();
		await shop.text("Hi", { from });
		let reported = "";
		shop.carrier.fault = (request) => (request === "POST /Messages" ? "lost after" : null);
		await shop.deliverJobs(10);
		const [text] = shop.carrier.sent(from);
		reported = new URL(shop.carrier.callbacks.get(text?.sid ?? "") ?? "").pathname;
		await report(text?.sid ?? "", "delivered", reported);
		expect(await load(text?.sid ?? "")).toMatchObject({
			status: "delivered",
			isAttemptOpen: false,
			checkAt: null,
		});
		shop.carrier.fault = () => null;
		await shop.deliverWithSweeps(3);
		expect(shop.carrier.sent(from)).toHaveLength(1);
		expect(await statusOf(text?.sid ?? "")).toBe("delivered");
	});

	it("on texts that nobody knows change nothing", async () => {
		expect((await report(`SM${"f".repeat(32)}`, "delivered")).status).toBe(204);
		expect((await report(`SM${"f".repeat(32)}`, "levitating")).status).toBe(204);
	});
});

describe("a report that never came", () => {
	it("is asked for, a few times", async () => {
		const shop = new Workshop();
		const text = await sendOne(shop);
		text.status = "delivered";
		shop.pass(601);
		await sweep(shop.messaging);
		expect(await load(text.sid)).toMatchObject({ status: "delivered", checkAt: null });
	});

	it("may never come: some networks confirm nothing", async () => {
		const shop = new Workshop();
		const text = await sendOne(shop);
		text.status = "sent";
		for (let day = 0; day < 5; day++) {
			shop.pass(24 * 3600);
			await sweep(shop.messaging);
		}
		expect(await load(text.sid)).toMatchObject({ status: "sent", checkAt: null });
		const asked = shop.carrier.requests.filter((request) => request === "GET /Messages/SM").length;
		expect(asked).toBeLessThan(6);
	});
});
