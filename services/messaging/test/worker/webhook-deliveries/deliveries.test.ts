import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { describe, expect, it } from "vitest";
import { addOptOut } from "../../../src/consent/change-opt-outs.ts";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { db, mainLine } from "../company.ts";
import { signatureOf } from "./receiver.ts";
import {
	create,
	ctx,
	deliveriesOf,
	down,
	olivia,
	receiver,
	setUpWebhooks,
	shop,
	text,
	url,
	work,
} from "./webhooks-stage.ts";

setUpWebhooks();

describe("a delivery", () => {
	it("is what the API shows of the thing, signed as Standard Webhooks has it", async () => {
		const { secret } = await create(["message.received"]);
		await text("Is it ready?");
		await work();
		const [one] = receiver.received;
		expect(receiver.received).toHaveLength(1);
		expect(one?.url).toBe(url);
		expect(one?.signatures).toEqual([one && signatureOf(secret, one)]);
		expect(one?.timestamp).toBe(Math.floor(shop.at.getTime() / 1000));
		expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
		expect(one?.event).toMatchObject({
			type: "message.received",
			data: { id: expect.stringMatching(/^msg_/), body: "Is it ready?", direction: "inbound", to: mainLine },
		});
		expect(new Date(one?.event.timestamp ?? 0).getTime()).toBeGreaterThan(0);
	});

	it("tells of each kind of thing", async () => {
		const webhook = await create();
		shop.at = new Date();
		const at = shop.at;
		await db.insert(calls).values({
			id: "call_1",
			carrierId: "CA1",
			direction: "inbound",
			fromNumber: "+14155550142",
			toNumber: mainLine,
			status: "completed",
			outcome: "abandoned",
			startedAt: at,
			endedAt: at,
		});
		await db.insert(voicemails).values({
			id: "vm_1",
			carrierRecordingId: "RE1",
			callId: "call_1",
			status: "recorded",
			transcriptStatus: "pending",
			createdAt: at,
		});
		await db.update(voicemails).set({ status: "stored" });
		await db.update(voicemails).set({ transcriptStatus: "completed", transcript: "Call me back." });
		await addOptOut(ctx, { number: "+14155550188", reason: "By phone." }, olivia);
		await db.insert(campaigns).values({
			id: "cmp_1",
			name: "Sale",
			message: "Sale!",
			status: "sending",
			fromNumber: mainLine,
			quietHours: true,
			requireConsent: false,
			isComplete: true,
			createdAt: at,
		});
		await db.update(campaigns).set({ status: "completed" });
		await drainEvents(ctx);
		await work();
		await work();
		const data = Object.fromEntries(receiver.received.map(({ event }) => [event.type, event.data]));
		expect(data).toMatchObject({
			"call.ended": { id: "call_1", outcome: "abandoned" },
			"call.missed": { id: "call_1", from: "+14155550142" },
			"voicemail.stored": { id: "vm_1", callId: "call_1" },
			"voicemail.transcribed": { id: "vm_1", transcript: "Call me back." },
			"consent.changed": { number: "+14155550188", kind: "opt_out" },
			"campaign.finished": { id: "cmp_1", status: "completed", counts: { total: 0 } },
		});
		expect((await deliveriesOf(webhook)).map(({ status }) => status)).toEqual(Array(6).fill("delivered"));
	});

	it("waits until the callbacks of a call have come, and drops a missed call that was none", async () => {
		const webhook = await create(["call.missed"]);
		const call = { direction: "inbound" as const, toNumber: mainLine, startedAt: shop.at };
		await db.insert(calls).values({
			...call,
			id: "call_2",
			carrierId: "CA2",
			status: "completed",
			outcome: "abandoned",
			endedAt: new Date(),
		});
		shop.at = new Date();
		await drainEvents(ctx);
		await work(1);
		expect(receiver.received).toEqual([]);
		await db.update(calls).set({ outcome: "voicemail" });
		await work();
		expect(receiver.received).toEqual([]);
		expect(await deliveriesOf(webhook)).toMatchObject([
			{ type: "call.missed", status: "dropped", tries: [] },
		]);
	});

	it("of what was erased meanwhile sends nothing", async () => {
		const webhook = await create(["voicemail.stored"]);
		const row = { id: "vm_3", carrierRecordingId: "RE3", callId: "call_1", createdAt: shop.at };
		await db.insert(voicemails).values({ ...row, status: "recorded", transcriptStatus: "pending" });
		await db.update(voicemails).set({ status: "stored" });
		await drainEvents(ctx);
		await db.update(voicemails).set({ deletedAt: shop.at });
		await work();
		expect(receiver.received).toEqual([]);
		expect(await deliveriesOf(webhook)).toMatchObject([{ status: "dropped" }]);
	});

	it("that fails is tried again, later each time, under the same id", async () => {
		const webhook = await create(["message.received"]);
		receiver.answer = () =>
			new Response("secret words", { status: receiver.received.length < 4 ? 500 : 200 });
		await text();
		await work();
		const [delivery] = await deliveriesOf(webhook);
		expect(delivery).toMatchObject({ status: "delivered", nextTryAt: null });
		expect(delivery?.tries.map(({ status, statusCode }) => [status, statusCode])).toEqual([
			["failed", 500],
			["failed", 500],
			["failed", 500],
			["delivered", 200],
		]);
		const [first = 0, second = 0, third = 0] = receiver.received.map(({ timestamp }) => timestamp);
		expect(second - first).toBeGreaterThanOrEqual(12);
		expect(third - second).toBeGreaterThan(second - first);
		expect(third - first).toBeLessThan(80);
		expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([delivery?.id]));
		expect(JSON.stringify(delivery)).not.toContain("secret words");
	});

	it.each([
		[
			"a redirect",
			() => new Response(null, { status: 302, headers: { location: "https://receiver.acme.co/2" } }),
			/redirect \(302\)/,
		],
		[
			"no answer in time",
			() => {
				throw new DOMException("", "TimeoutError");
			},
			/within 10 seconds/,
		],
		["no connection", down, /No connection/],
		["404", () => new Response(null, { status: 404 }), /answered 404/],
	])("that meets %s is a failure in words", async (_what, answer, words) => {
		const webhook = await create(["message.received"]);
		receiver.answer = answer;
		await text();
		await work(1);
		expect(receiver.received).toHaveLength(1);
		const [delivery] = await deliveriesOf(webhook);
		expect(delivery?.tries[0]?.reason).toMatch(words);
		expect(delivery).toMatchObject({ status: "pending", nextTryAt: expect.any(String) });
	});
});
