import type { SendTextRequest } from "@cloudpbx/contracts/texts/sending";
import { openDb } from "@cloudpbx/db/open-db";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { conversations, messageEvents, messages, optOuts, sendingHours } from "@cloudpbx/db/schema/messaging";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyStatus } from "../../../src/delivery/receive-status.ts";
import { readSendRequests } from "../../../src/gate/read-send-requests.ts";
import { findTexts, sendTexts } from "../../../src/gate/send-texts.ts";
import { getMessage } from "../../../src/inbox/show-message.ts";
import { contact, db, foundCompany, janesLine, mainLine, releasedLine, testEnv } from "../company.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

beforeAll(async () => {
	await foundCompany();
	await db.insert(campaigns).values({
		id: "cmp_1",
		name: "Sale",
		message: "Sale today.",
		status: "sending",
		fromNumber: mainLine,
		quietHours: true,
		requireConsent: false,
		isComplete: true,
		createdAt: new Date(),
	});
});

// Every test is in the same hour, and together they send more than Olivia may.
beforeEach(() => db.delete(sendingHours));

let count = 0;
const somebody = () => `+1415555${String(5000 + ++count)}`;
const newId = () => `msg_${String(++count).padStart(16, "0")}`;
const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };

type Wish = Partial<Parameters<typeof readSendRequests>[0][number]>;

function request(wish: Wish = {}) {
	return {
		id: newId(),
		from: mainLine,
		to: somebody(),
		body: "Your machine is ready.",
		category: "transactional" as const,
		origin: { kind: "person" as const, actor: olivia },
		quietHours: true,
		...wish,
	} satisfies SendTextRequest;
}

const campaign = (recipientId: string) => ({ kind: "campaign" as const, campaignId: "cmp_1", recipientId });

async function send(shop: Workshop, ...wishes: ReturnType<typeof request>[]) {
	return sendTexts(shop.messaging, await readSendRequests(wishes));
}

async function loadMessage(id: string) {
	const [row] = await db.select().from(messages).where(eq(messages.id, id));
	return row;
}

async function historyOf(id: string) {
	const rows = await db
		.select()
		.from(messageEvents)
		.where(eq(messageEvents.messageId, id))
		.orderBy(asc(messageEvents.id));
	return rows.map(({ kind }) => kind);
}

async function optOut(number: string): Promise<void> {
	await db.insert(optOuts).values({ number, source: "keyword", at: new Date() });
}

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
		// 02:30 in California.
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

describe("a text whose answer is lost", () => {
	it.each(["lost after", "500 after"] as const)(
		"(%s) is found at the carrier and not sent again",
		async (fault) => {
			const shop = new Workshop();
			const wish = request();
			shop.carrier.fault = (request) => (request === "POST /Messages" ? fault : null);
			expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
			shop.carrier.fault = () => null;
			await shop.settleWithSweeps(2);
			expect(shop.carrier.sent()).toHaveLength(1);
			expect(await loadMessage(wish.id)).toMatchObject({
				status: "queued",
				carrierId: shop.carrier.sent()[0]?.sid,
				isAttemptOpen: false,
			});
			expect(await historyOf(wish.id)).toContain("found_at_carrier");
		},
	);

	it.each(["lost before", "500 before"] as const)(
		"(%s) is sent again once the carrier says it has no such text",
		async (fault) => {
			const shop = new Workshop();
			const wish = request();
			shop.carrier.fault = (request, index) => (request === "POST /Messages" && index === 0 ? fault : null);
			expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
			await shop.settleWithSweeps(2);
			expect(shop.carrier.sent()).toHaveLength(1);
			expect(await loadMessage(wish.id)).toMatchObject({ status: "queued", attempts: 2 });
			expect(shop.carrier.requests.filter((one) => one === "GET /Messages").length).toBeGreaterThan(0);
		},
	);

	it.each(["lost before", "500 before"] as const)(
		"(%s) is sent again after a minute, no sooner",
		async (fault) => {
			const shop = new Workshop();
			shop.carrier.fault = (request, index) => (request === "POST /Messages" && index === 0 ? fault : null);
			const askedAt = shop.at.getTime();
			await send(shop, request());
			await shop.settle(58);
			expect(shop.carrier.sent()).toEqual([]);
			await shop.settleWithSweeps(1);
			expect(shop.carrier.sent()).toHaveLength(1);
			expect(Number(shop.carrier.takenAt[0]?.at) - askedAt).toBeGreaterThanOrEqual(60_000);
		},
	);

	it.each(["lost after", "500 after"] as const)(
		"(%s) is found in a list that lags, and not sent again",
		async (fault) => {
			const shop = new Workshop();
			shop.carrier.listLagSeconds = 45;
			shop.carrier.fault = (request) => (request === "POST /Messages" ? fault : null);
			const wish = request();
			await send(shop, wish);
			shop.carrier.fault = () => null;
			await shop.settleWithSweeps(2);
			expect(shop.carrier.sent()).toHaveLength(1);
			expect(await loadMessage(wish.id)).toMatchObject({ status: "queued", attempts: 1 });
		},
	);

	it.each([
		["a trial account's notice", (body: string) => `Sent from your Twilio trial account - ${body}`],
		["Smart Encoding", (body: string) => body.replaceAll("’", "'").replaceAll("—", "-")],
	])("is found behind %s, and not sent again", async (_what, rewrite) => {
		const shop = new Workshop();
		shop.carrier.rewrite = rewrite;
		shop.carrier.fault = (request) => (request === "POST /Messages" ? "lost after" : null);
		const wish = request({ body: "It’s ready — come by." });
		await send(shop, wish);
		shop.carrier.fault = () => null;
		await shop.settleWithSweeps(2);
		expect(shop.carrier.sent()).toHaveLength(1);
		expect(await loadMessage(wish.id)).toMatchObject({
			status: "queued",
			carrierId: shop.carrier.sent()[0]?.sid,
			body: "It’s ready — come by.",
		});
	});

	it("is not sent again while it may still turn up", async () => {
		const shop = new Workshop();
		const wish = request();
		shop.carrier.fault = (request, index) =>
			request === "POST /Messages" && index === 0 ? "lost before" : null;
		await send(shop, wish);
		shop.pass(50);
		expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
		expect(shop.carrier.requests.filter((one) => one === "POST /Messages")).toHaveLength(1);
	});

	it("is not mistaken for another text of the same words", async () => {
		const shop = new Workshop();
		const to = somebody();
		await send(shop, request({ to, body: "Yes" }));
		shop.carrier.fault = (request, index) =>
			request === "POST /Messages" && index === 1 ? "lost before" : null;
		const wish = request({ to, body: "Yes" });
		await send(shop, wish);
		shop.carrier.fault = () => null;
		await shop.settleWithSweeps(2);
		expect(shop.carrier.sent(to)).toHaveLength(2);
		expect(await loadMessage(wish.id)).toMatchObject({ carrierId: shop.carrier.sent(to)[1]?.sid });
	});

	it("waits for a carrier that cannot be asked", async () => {
		const shop = new Workshop();
		const wish = request();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? "lost after" : "lost before");
		await send(shop, wish);
		await shop.settleWithSweeps(8);
		shop.carrier.fault = () => null;
		await shop.settleWithSweeps(2);
		expect(shop.carrier.sent()).toHaveLength(1);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "queued" });
	});
});

describe("a text that the carrier refuses", () => {
	it("for good has failed, with the reason in words", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 400, code: 21614 });
		const wish = request();
		expect(await send(shop, wish)).toMatchObject([
			{ outcome: "refused", by: "carrier", errorCode: 21614, problem: "recipient", isPermanent: true },
		]);
		await shop.settleWithSweeps(2);
		expect(shop.carrier.requests.filter((one) => one === "POST /Messages")).toHaveLength(1);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "failed", errorCode: 21614 });
	});

	it("for now is tried again by itself", async () => {
		const shop = new Workshop();
		shop.carrier.fault = (_request, index) => (index === 0 ? { status: 400, code: 21611 } : null);
		const wish = request();
		expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
		await shop.settleWithSweeps(2);
		expect(shop.carrier.sent()).toHaveLength(1);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "queued", attempts: 2, errorCode: null });
	});

	it("for now is not tried again when its recipient opts out meanwhile", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 400, code: 21611 });
		const wish = request();
		await send(shop, wish);
		await optOut(wish.to);
		shop.carrier.fault = () => null;
		await shop.settleWithSweeps(2);
		expect(shop.carrier.sent(wish.to)).toEqual([]);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "refused", refusal: "opted_out" });
	});

	it("for now is given up after some tries", async () => {
		const shop = new Workshop();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 400, code: 21611 } : null);
		const wish = request();
		await send(shop, wish);
		await shop.settleWithSweeps(20);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "failed", attempts: 6, errorCode: 21611 });
		expect(shop.carrier.requests.filter((one) => one === "POST /Messages").length).toBeLessThan(8);
	});

	it.each([20, 30])(
		"for the account's daily limit goes out once when that ends, after %i hours",
		async (hours) => {
			const shop = new Workshop();
			const writtenAt = shop.at.getTime();
			const endsAt = writtenAt + hours * 3_600_000;
			shop.carrier.fault = (request) =>
				request === "POST /Messages" && shop.at.getTime() < endsAt ? { status: 429, code: 63038 } : null;
			const wish = request();
			expect(await send(shop, wish)).toMatchObject([
				{ outcome: "pending", reason: expect.stringMatching(/daily limit .*goes out by itself/) },
			]);
			await shop.settleWithSweeps(4);
			const waiting = await getMessage(shop.messaging, wish.id);
			expect(waiting).toMatchObject({
				ok: true,
				value: {
					status: "pending",
					errorCode: 63038,
					error: expect.stringMatching(/daily limit .*This text waits/),
					retryAt: expect.stringMatching(/^2026-11-20T/),
				},
			});
			await shop.settleWithSweeps(4 * (hours - 2));
			await shop.settleWithSweeps(8);
			expect(shop.carrier.sent()).toHaveLength(1);
			const takenAt = Number(shop.carrier.takenAt[0]?.at);
			expect(takenAt).toBeGreaterThanOrEqual(endsAt);
			expect(takenAt).toBeLessThanOrEqual(endsAt + 3_900_000);
			expect(await loadMessage(wish.id)).toMatchObject({ status: "queued", errorCode: null });
			const asked = shop.carrier.requests.filter((one) => one === "POST /Messages");
			expect(asked.length).toBeLessThanOrEqual(hours + 10);
		},
	);

	it("for the daily limit, and for a while after it for another reason, is not dropped for its age", async () => {
		const shop = new Workshop();
		const day = shop.at.getTime() + 26 * 3_600_000;
		let isFirst = true;
		shop.carrier.fault = (request) => {
			if (request !== "POST /Messages") return null;
			if (shop.at.getTime() < day) return { status: 429, code: 63038 };
			const code = isFirst ? 21611 : null;
			isFirst = false;
			return code && { status: 429, code };
		};
		const wish = request();
		await send(shop, wish);
		await shop.settleWithSweeps(4 * 28);
		expect(shop.carrier.sent()).toHaveLength(1);
	});

	it("for a daily limit that never ends has failed after three days, with the reason", async () => {
		const shop = new Workshop();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 429, code: 63038 } : null);
		const wish = request();
		await send(shop, wish);
		await shop.settleWithSweeps(4 * 74);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "failed", errorCode: 63038, checkAt: null });
		expect(shop.carrier.sent()).toEqual([]);
	});

	it("for the daily limit stays unsent when its recipient opts out meanwhile", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 429, code: 63038 });
		const wish = request();
		await send(shop, wish);
		await optOut(wish.to);
		shop.carrier.fault = () => null;
		await shop.settleWithSweeps(8);
		expect(shop.carrier.sent(wish.to)).toEqual([]);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "refused", refusal: "opted_out" });
	});

	it.each([63038, 30035, 30034])(
		"and is the assistant's answer (error %i) is refused at once, and its conversation flagged for people",
		async (code) => {
			const shop = new Workshop();
			const from = somebody();
			shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 429, code } : null);
			await shop.text("When do you open?", { from });
			await shop.settle(120);
			expect(await loadConversation(from)).toMatchObject({
				mode: "waiting",
				waitingReason: "assistant_failed",
			});
			shop.carrier.fault = () => null;
			await shop.settleWithSweeps(4 * 26);
			expect(shop.carrier.sent(from)).toEqual([]);
			const answers = (await loadThread(from)).filter(({ direction }) => direction === "outbound");
			expect(answers).toMatchObject([{ status: "failed", errorCode: code }]);
		},
	);

	it("because of our configuration says so", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 401, code: 20003 });
		expect(await send(shop, request())).toMatchObject([
			{ outcome: "refused", problem: "configuration", errorCode: 20003 },
		]);
	});
});

describe("a text of a campaign", () => {
	it("opens no conversation in the inbox until it is answered", async () => {
		const shop = new Workshop();
		const wish = request({ category: "marketing", origin: campaign("rcp_2") });
		await send(shop, wish);
		expect(await loadConversation(wish.to)).toMatchObject({
			listedAt: null,
			mode: "assistant",
			sentInHour: 1,
		});
		await shop.text("Tell me more", { from: wish.to });
		expect(await loadConversation(wish.to)).toMatchObject({ listedAt: shop.at, inboundSequence: 1 });
	});

	it("does not go out once its campaign is stopped, and does when it goes on", async () => {
		const shop = new Workshop();
		const wish = request({ category: "marketing", origin: campaign("rcp_7") });
		const set = (status: "paused" | "sending") => db.update(campaigns).set({ status });
		await set("paused");
		expect(await send(shop, wish)).toMatchObject([
			{ outcome: "refused", code: "campaign_stopped", problem: "later", isPermanent: false },
		]);
		expect(shop.carrier.sent(wish.to)).toEqual([]);
		await set("sending");
		expect(await send(shop, wish)).toMatchObject([{ outcome: "sent" }]);
	});

	it("is settled by us and sent only when the campaign asks again", async () => {
		const shop = new Workshop();
		const wish = request({ category: "marketing", origin: campaign("rcp_3") });
		shop.carrier.fault = (_request, index) => (index === 0 ? "lost before" : null);
		expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
		await shop.settleWithSweeps(3);
		expect(shop.carrier.sent(wish.to)).toEqual([]);
		expect(await findTexts(shop.messaging, [wish.id])).toMatchObject([
			{ outcome: "refused", by: "carrier", problem: "later", isPermanent: false },
		]);
		expect(await send(shop, wish)).toMatchObject([{ outcome: "sent" }]);
		expect(shop.carrier.sent(wish.to)).toHaveLength(1);
	});

	it("that asks again in quiet hours is held back by the gate", async () => {
		const shop = new Workshop();
		const wish = request({ category: "marketing", origin: campaign("rcp_4") });
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 400, code: 30022 } : null);
		expect(await send(shop, wish)).toMatchObject([
			{ outcome: "refused", problem: "later", isPermanent: false },
		]);
		shop.carrier.fault = () => null;
		shop.at = new Date("2026-11-21T10:30:00Z");
		expect(await send(shop, wish)).toMatchObject([{ outcome: "refused", code: "quiet_hours" }]);
		expect(shop.carrier.sent()).toEqual([]);
	});

	it("names its campaign in the event that ends it, once; its row says the rest", async () => {
		const shop = new Workshop();
		const wish = request({ category: "marketing", origin: campaign("rcp_5") });
		await send(shop, wish);
		const { carrierId } = (await loadMessage(wish.id)) ?? { carrierId: null };
		if (carrierId === null) throw new Error("The carrier does not have it.");
		for (const status of ["sent", "delivered", "delivered", "sent"] as const) {
			await applyStatus(shop.messaging, null, { carrierId, status, errorCode: null });
		}
		const rows = await db.select().from(messageEvents).where(eq(messageEvents.recipientId, "rcp_5"));
		expect(rows.map(({ kind, status, campaignId }) => [kind, status, campaignId])).toEqual([
			["status", "delivered", "cmp_1"],
		]);
		const shown = await getMessage(shop.messaging, wish.id);
		const kinds = shown.ok ? shown.value.events.map(({ kind }) => kind) : [];
		expect(kinds).toEqual(["allowed", "attempted", "status"]);
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
