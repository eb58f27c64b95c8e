import { describe, expect, it } from "vitest";
import { getMessage } from "../../../src/inbox/to-message.ts";
import { loadMessage, optOut, request, send, setUpSending, somebody } from "../gate/sending-stage.ts";
import { loadConversation, loadThread, Workshop } from "../workshop.ts";

setUpSending();

describe("a text that the carrier refuses", () => {
	it("for good has failed, with the reason in words", async () => {
		const shop = new Workshop();
		shop.carrier.fault = () => ({ status: 400, code: 21614 });
		const wish = request();
		expect(await send(shop, wish)).toMatchObject([
			{ outcome: "refused", by: "carrier", errorCode: 21614, problem: "recipient", isPermanent: true },
		]);
		await shop.deliverWithSweeps(2);
		expect(shop.carrier.requests.filter((one) => one === "POST /Messages")).toHaveLength(1);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "failed", errorCode: 21614 });
	});

	it("for now is tried again by itself", async () => {
		const shop = new Workshop();
		shop.carrier.fault = (_request, index) => (index === 0 ? { status: 400, code: 21611 } : null);
		const wish = request();
		expect(await send(shop, wish)).toMatchObject([{ outcome: "pending" }]);
		await shop.deliverWithSweeps(2);
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
		await shop.deliverWithSweeps(2);
		expect(shop.carrier.sent(wish.to)).toEqual([]);
		expect(await loadMessage(wish.id)).toMatchObject({ status: "refused", refusal: "opted_out" });
	});

	it("for now is given up after some tries", async () => {
		const shop = new Workshop();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 400, code: 21611 } : null);
		const wish = request();
		await send(shop, wish);
		await shop.deliverWithSweeps(20);
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
			await shop.deliverWithSweeps(4);
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
			await shop.deliverWithSweeps(hours - 2, 3600);
			await shop.deliverWithSweeps(8);
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
		await shop.deliverWithSweeps(28, 3600);
		expect(shop.carrier.sent()).toHaveLength(1);
	});

	it("for a daily limit that never ends has failed after three days, with the reason", async () => {
		const shop = new Workshop();
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 429, code: 63038 } : null);
		const wish = request();
		await send(shop, wish);
		await shop.deliverWithSweeps(74, 3600);
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
		await shop.deliverWithSweeps(8);
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
			await shop.deliverJobs(120);
			expect(await loadConversation(from)).toMatchObject({
				mode: "waiting",
				waitingReason: "assistant_failed",
			});
			shop.carrier.fault = () => null;
			await shop.deliverWithSweeps(26, 3600);
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
