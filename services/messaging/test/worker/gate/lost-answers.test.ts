import { describe, expect, it } from "vitest";
import { Workshop } from "../workshop.ts";
import { historyOf, loadMessage, request, send, setUpSending, somebody } from "./sending-stage.ts";

setUpSending();

describe("a text whose answer is lost", () => {
	it.each(["lost after", "500 after"] as const)(
		"(%s) is found at the carrier and not sent again",
		async (fault) => {
			const shop = new Workshop();
			const wish = request();
			shop.carrier.fault = (request) => (request === "POST /Messages" ? fault : null);
			expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
			shop.carrier.fault = () => null;
			await shop.deliverWithSweeps(2);
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
			await shop.deliverWithSweeps(2);
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
			await shop.deliverJobs(58);
			expect(shop.carrier.sent()).toEqual([]);
			await shop.deliverWithSweeps(1);
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
			await shop.deliverWithSweeps(2);
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
		await shop.deliverWithSweeps(2);
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
		await shop.deliverWithSweeps(2);
		expect(shop.carrier.sent(to)).toHaveLength(2);
		expect(await loadMessage(wish.id)).toMatchObject({ carrierId: shop.carrier.sent(to)[1]?.sid });
	});

	it("waits for a carrier that cannot be asked", async () => {
		const shop = new Workshop();
		const wish = request();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? "lost after" : "lost before");
		await send(shop, wish);
		await shop.deliverWithSweeps(8);
		shop.carrier.fault = () => null;
		await shop.deliverWithSweeps(2);
		expect(shop.carrier.sent()).toHaveLength(1);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "queued" });
	});
});
