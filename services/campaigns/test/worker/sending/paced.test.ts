import type { SendTextRequest, SlotBaton } from "@cloudpbx/contracts/texts/sending";
import { messages } from "@cloudpbx/db/schema/messaging";
import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { beginning, db, mainLine, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);

/** Texts with slots at these milliseconds after the beginning; null: without a slot. */
function requestsOf(people: string[], slots: (number | null)[]): SendTextRequest[] {
	return people.map((to, index) => {
		const slot = slots[index] ?? null;
		const at = beginning.getTime() + (slot ?? 0);
		return {
			id: `msg_${crypto.randomUUID().replaceAll("-", "")}`,
			from: mainLine,
			to,
			body: "Our sale starts today.",
			category: "marketing",
			origin: { kind: "system", purpose: "test" },
			quietHours: false,
			...(slot !== null && { slot: { at, until: at + 300, length: 100 } }),
		};
	});
}

/** The slots of a number that has sent nothing recently. */
const rested: SlotBaton = { take: async () => [], pass: async () => undefined };

async function send(stage: Stage, requests: SendTextRequest[], { messaging } = stage.owner) {
	const result = await stage.time.until(messaging.sendTexts(requests, rested));
	if (!result.ok) throw new Error(result.error.message);
	return result.value;
}

describe("texts with slots", () => {
	it("reach the carrier in their slots, and are answered in the order of the requests", async () => {
		const stage = new Stage();
		const people = somePeople(5);
		const requests = requestsOf(people, [3000, 1000, null, 5000, 0]);
		const results = await send(stage, requests);
		expect(results.map(({ id }) => id)).toEqual(requests.map(({ id }) => id));
		expect(results.map(({ outcome }) => outcome)).toEqual(people.map(() => "sent"));
		expect(people.map((one) => stage.takenAt([one])[0])).toEqual([3000, 1000, 0, 5000, 0]);
	});

	it("are not sent when their slots have passed, and nothing is stored about them", async () => {
		const stage = new Stage();
		const people = somePeople(3);
		const requests = requestsOf(people, [-301, -299, 1000]);
		const [late, close, early] = await send(stage, requests);
		expect(late).toMatchObject({ outcome: "refused", by: "gate", code: "slot_missed", problem: "later" });
		expect([close?.outcome, early?.outcome]).toEqual(["sent", "sent"]);
		const ids = requests.map(({ id }) => id);
		expect(await db.select().from(messages).where(inArray(messages.id, ids))).toHaveLength(2);
	});

	it("do not follow in a burst when the carrier was slow", async () => {
		const stage = new Stage();
		const people = somePeople(10);
		stage.shop.carrier.around = async (carryOut) => {
			await stage.time.sleep(3000);
			return stage.time.doing(carryOut);
		};
		const requests = requestsOf(
			people,
			people.map((_, index) => index * 200),
		).map(({ slot, ...request }) => ({
			...request,
			...(slot && { slot: { ...slot, length: 200, until: slot.at + 60_000 } }),
		}));
		const results = await send(stage, requests);
		expect(results.map(({ outcome }) => outcome)).toEqual(people.map(() => "sent"));
		// Five connections are busy for three seconds; the sixth text waits for the first one.
		const distances = stage.takenAt(people).map((at, index, all) => at - (all[index - 1] ?? at));
		expect(distances.slice(1)).toEqual([200, 200, 200, 200, 2200, 200, 200, 200, 200]);
	});

	it("are decided shortly before their slots: a contact that opts out before gets none", async () => {
		const stage = new Stage();
		const [first = "", second = ""] = somePeople(2);
		stage.after(2, () => stage.text("STOP", second));
		const results = await send(stage, requestsOf([first, second], [1000, 4000]));
		expect(results).toMatchObject([{ outcome: "sent" }, { outcome: "refused", code: "opted_out" }]);
		expect(stage.sentTo(second)).toBe(0);
	});

	it("are not sent to a contact that opted out at least a tenth of a second before", async () => {
		const stage = new Stage();
		const [before = "", meanwhile = ""] = somePeople(2);
		stage.after(1.89, () => stage.text("STOP", before));
		stage.after(3.91, () => stage.text("STOP", meanwhile));
		const results = await send(stage, requestsOf([before, meanwhile], [2000, 4000]));
		expect(results).toMatchObject([{ outcome: "refused", code: "opted_out" }, { outcome: "sent" }]);
		expect(stage.sentTo(before)).toBe(0);
	});

	it("are withdrawn when the database is slower than their slots, and can have another one", async () => {
		const stage = new Stage();
		const [request] = requestsOf(somePeople(1), [2000]);
		if (!request) throw new Error("no request");
		const slotAt = request.slot?.at ?? 0;
		stage.processes.wait = async (process) => {
			const untilSlot = slotAt - stage.time.at.getTime();
			if (process === "gate" && untilSlot > 0 && untilSlot <= 100) await stage.time.sleep(500);
		};
		expect(await send(stage, [request], stage.campaigns)).toMatchObject([
			{ outcome: "refused", code: "slot_missed" },
		]);
		expect(stage.sentTo(request.to)).toBe(0);
		const [row] = await db.select().from(messages).where(eq(messages.id, request.id));
		expect(row).toMatchObject({ status: "pending", isAttemptOpen: false, carrierId: null });

		const again = { ...request, slot: { at: slotAt + 3000, until: slotAt + 3300 } };
		expect(await send(stage, [again], stage.campaigns)).toMatchObject([{ outcome: "sent" }]);
		expect(stage.sentTo(request.to)).toBe(1);
	});

	it("are withdrawn when the wait for their slots was too long", async () => {
		const stage = new Stage();
		const [request] = requestsOf(somePeople(1), [2000]);
		if (!request) throw new Error("no request");
		const { sleep } = stage.shop.messaging;
		const slotAt = request.slot?.at ?? 0;
		const oversleep = async (milliseconds: number) => {
			await sleep(milliseconds);
			if (stage.time.at.getTime() === slotAt) await stage.time.sleep(400);
		};
		Object.assign(stage.shop.messaging, { sleep: oversleep });
		expect(await send(stage, [request], stage.campaigns)).toMatchObject([
			{ outcome: "refused", code: "slot_missed" },
		]);
		expect(stage.sentTo(request.to)).toBe(0);
	});
});
