import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { messageEvents } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { applyStatus } from "../../../src/delivery/receive-status.ts";
import { listResults } from "../../../src/gate/send-texts.ts";
import { getMessage } from "../../../src/inbox/to-message.ts";
import { db } from "../company.ts";
import { loadConversation, Workshop } from "../workshop.ts";
import { campaign, loadMessage, request, send, setUpSending } from "./sending-stage.ts";

setUpSending();

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
		await shop.deliverWithSweeps(3);
		expect(shop.carrier.sent(wish.to)).toEqual([]);
		expect(await listResults(shop.messaging, [wish.id])).toMatchObject([
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
