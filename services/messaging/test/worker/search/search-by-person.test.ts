import { createExecutionContext } from "cloudflare:test";
import { messages } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { MessagingService } from "../../../src/rpc.ts";
import { db, foundCompany, testEnv } from "../company.ts";
import { receive, sidOf } from "../webhooks.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);

describe("the search", () => {
	it.each([
		["espresso broken", ["The ESPRESSO machine is broken again"]],
		["espresso brok", ["The ESPRESSO machine is broken again"]],
		["cafe", ["Un café, por favor"]],
		["nothing like it", []],
		['"; DROP TABLE messages; --', []],
		["* OR body NEAR(", []],
	])("finds %s", async (query, bodies) => {
		await receive("s1", "The ESPRESSO machine is broken again", { From: "+14155557801" });
		await receive("s2", "Un café, por favor", { From: "+14155557802" });
		const found = await rpc.searchMessages({ query });
		expect(found.ok && found.value.items.map(({ body }) => body)).toEqual(bodies);
	});

	it("finds the newest first, page by page, and no longer what was deleted", async () => {
		for (let index = 0; index < 5; index++)
			await receive(`pg${index}`, `zebra ${index}`, { From: "+14155557803" });
		const first = await rpc.searchMessages({ query: "zebra", limit: 3 });
		if (!first.ok) throw new Error(first.error.message);
		expect(first.value.items.map(({ body }) => body)).toEqual(["zebra 4", "zebra 3", "zebra 2"]);
		await db.delete(messages).where(eq(messages.carrierId, sidOf("pg1")));
		const second = await rpc.searchMessages({
			query: "zebra",
			limit: 3,
			cursor: first.value.nextCursor ?? "",
		});
		expect(second).toMatchObject({ ok: true, value: { items: [{ body: "zebra 0" }], nextCursor: null } });
	});
});
