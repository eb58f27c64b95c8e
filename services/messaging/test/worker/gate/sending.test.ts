import { openDb } from "@cloudpbx/db/open-db";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { describe, expect, it } from "vitest";
import { contact, db, janesLine, mainLine, releasedLine, testEnv } from "../company.ts";
import { Workshop } from "../workshop.ts";
import {
	campaign,
	historyOf,
	loadMessage,
	olivia,
	optOut,
	request,
	send,
	setUpSending,
	somebody,
} from "./sending-stage.ts";

setUpSending();

describe("a text that the gate allows", () => {
	it("goes out, with its decision and its attempt on record", async () => {
		const shop = new Workshop();
		const wish = request();
		const results = await send(shop, wish);
		const [sent] = shop.carrier.sent();
		expect(sent).toMatchObject({ from: mainLine, to: wish.to, body: wish.body });
		expect(results).toEqual([
			{
				id: wish.id,
				outcome: "sent",
				carrierId: sent?.sid,
				status: "queued",
				segments: 1,
				attemptedAt: shop.at.toISOString(),
			},
		]);
		expect(await loadMessage(wish.id)).toMatchObject({
			author: "person",
			actorName: "Olivia",
			refusal: null,
			reason: expect.stringContaining("Not opted out"),
			attempts: 1,
		});
		expect(await historyOf(wish.id)).toEqual(["allowed", "attempted", "accepted"]);
	});

	it("is one text when the same id is asked for again, also at the same time", async () => {
		const shop = new Workshop();
		const wish = request();
		const both = await Promise.all([send(shop, wish), send(shop, wish)]);
		const again = await send(shop, wish, wish);
		expect(shop.carrier.sent()).toHaveLength(1);
		expect(again[0]).toMatchObject({ outcome: "sent" });
		expect(again[1]).toEqual(again[0]);
		expect(both.flat().map(({ outcome }) => outcome)).toContain("sent");
	});

	it("comes back in the order of the requests, each with its own outcome", async () => {
		const shop = new Workshop();
		const out = somebody();
		await optOut(out);
		const wishes = [request(), request({ to: out }), request({ to: "12" }), request()];
		const results = await send(shop, ...wishes);
		expect(results.map(({ id }) => id)).toEqual(wishes.map(({ id }) => id));
		expect(results.map(({ outcome }) => outcome)).toEqual(["sent", "refused", "refused", "sent"]);
		expect(shop.carrier.sent()).toHaveLength(2);
	});
});

describe("the gate refuses, says why, and keeps it", () => {
	it.each([
		["opted_out", { to: "+14155558001" }, "opted out", true],
		["recipient_invalid", { to: "not a number" }, "not a number that can be texted", true],
		["recipient_ours", { to: janesLine }, "own numbers", true],
		["sender_not_ours", { from: "+14155550000" }, "not a number of the company", true],
		["sender_released", { from: releasedLine }, "given back", true],
		["empty", { body: "  " }, "empty", true],
		["too_long", { body: "x".repeat(1601) }, "1601 characters", true],
	])("%s", async (code, wish, words, isPermanent) => {
		await db
			.insert(optOuts)
			.values({ number: "+14155558001", source: "keyword", at: new Date() })
			.onConflictDoNothing();
		const shop = new Workshop();
		const text = request(wish);
		const [result] = await send(shop, text);
		expect(result).toMatchObject({ outcome: "refused", by: "gate", code, isPermanent });
		expect(result?.outcome === "refused" && result.reason).toContain(words);
		expect(await loadMessage(text.id)).toMatchObject({
			status: "refused",
			refusal: code,
			reason: expect.stringContaining(words),
			attempts: 0,
		});
		expect(await historyOf(text.id)).toEqual(["refused"]);
		expect(shop.carrier.requests).toEqual([]);
	});

	it("marketing in quiet hours, until they are over or switched off; transactional texts go out", async () => {
		const shop = new Workshop();
		shop.at = new Date("2026-11-20T10:30:00Z");
		const wish = request({ category: "marketing", origin: campaign("rcp_1") });
		const [night] = await send(shop, wish);
		expect(night).toMatchObject({
			outcome: "refused",
			code: "quiet_hours",
			problem: "later",
			isPermanent: false,
		});
		expect(night?.outcome === "refused" && night.reason).toMatch(/^quiet hours/i);
		const retryAt = new Date((night?.outcome === "refused" && night.retryAt) || 0);
		expect(retryAt.getTime()).toBeGreaterThan(shop.at.getTime());
		const others = await send(shop, request(), request({ category: "marketing", quietHours: false }));
		expect(others.map(({ outcome }) => outcome)).toEqual(["sent", "sent"]);

		shop.at = retryAt;
		expect(await send(shop, wish)).toMatchObject([{ id: wish.id, outcome: "sent" }]);
		expect(await historyOf(wish.id)).toEqual(["refused"]);
		expect(await loadMessage(wish.id)).toMatchObject({ attempts: 1, attemptedAt: retryAt, refusal: null });
	});

	it("more texts within an hour than anybody reads, whoever sends them", async () => {
		const shop = new Workshop();
		const to = somebody();
		await send(shop, ...Array.from({ length: 100 }, () => request({ to })));
		const notice = () => request({ to, origin: { kind: "system", purpose: "notice" } });
		await send(shop, ...Array.from({ length: 20 }, notice));
		const [result] = await send(shop, notice());
		expect(result).toMatchObject({
			outcome: "refused",
			code: "too_many",
			retryAt: "2026-11-20T19:00:00.000Z",
		});
		shop.at = new Date("2026-11-20T19:00:00Z");
		expect(await send(shop, request({ to }))).toMatchObject([{ outcome: "sent" }]);
	}, 60_000);

	it("a recipient who opts out between the decision and the writing", async () => {
		const shop = new Workshop();
		const wish = request();
		let isFirst = true;
		const database = new Proxy(testEnv.DB, {
			get: (target, name) => {
				if (name !== "batch") return Reflect.get(target, name).bind(target);
				return async (statements: D1PreparedStatement[]) => {
					if (isFirst) await optOut(wish.to);
					isFirst = false;
					return target.batch(statements);
				};
			},
		});
		shop.messaging = shop.open({ db: openDb(database) });
		const [result] = await send(shop, wish);
		expect(result).toMatchObject({ outcome: "refused", code: "opted_out" });
		expect(shop.carrier.sent()).toEqual([]);
	});
});

it("sends nothing to a known conversation of somebody who is out, whoever asks", async () => {
	const shop = new Workshop();
	await shop.text("Hi", { from: contact });
	await shop.text("STOP", { from: contact });
	const origins = [
		{ kind: "person" as const, actor: olivia },
		campaign("rcp_6"),
		{ kind: "system" as const, purpose: "reminder" },
	];
	const results = await send(shop, ...origins.map((origin) => request({ to: contact, origin })));
	expect(results.map((result) => result.outcome === "refused" && result.code)).toEqual(
		Array.from({ length: 3 }, () => "opted_out"),
	);
	expect(shop.carrier.sent()).toEqual([]);
	expect((await db.select().from(conversations)).length).toBeGreaterThan(0);
});
