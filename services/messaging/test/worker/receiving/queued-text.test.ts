import { messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { runJob } from "../../../src/jobs/run-job.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import { sidOf } from "../webhooks.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let count = 0;
const somebody = () => `+1415555${String(8000 + ++count)}`;

it("takes in a text that waited in the queue", async () => {
	const shop = new Workshop();
	const from = somebody();
	const params = { MessageSid: sidOf("waited"), From: from, To: mainLine, Body: "Hi" };
	const receivedAt = shop.at.getTime();
	await runJob(shop.messaging, { task: "receive", params, receivedAt });
	await runJob(shop.messaging, { task: "receive", params, receivedAt });
	await shop.deliverJobs();
	expect((await db.select().from(messages).where(eq(messages.fromNumber, from))).length).toBe(1);
	expect(shop.carrier.sent(from)).toHaveLength(1);
});
