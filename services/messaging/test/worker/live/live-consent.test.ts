import { conversations } from "@cloudpbx/db/schema/messaging";
import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addOptOut, importOptOuts, removeOptOut } from "../../../src/consent/change-opt-outs.ts";
import { applyStatus } from "../../../src/delivery/receive-status.ts";
import { sendByPerson } from "../../../src/inbox/send-by-person.ts";
import { conversationIdOf } from "../../../src/texts/text-ids.ts";
import { db, foundCompany, janesLine, mainLine } from "../company.ts";
import { Workshop } from "../workshop.ts";
import { Browser, introduce, nameOf, rpc } from "./browser.ts";
import { consentOf, inbound, outbound, takeAnnounced } from "./take-announced.ts";

beforeAll(foundCompany);

const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };
let shop: Workshop;
let from: string;
let count = 0;

beforeEach(async () => {
	shop = new Workshop();
	from = `+1415555${String(4000 + ++count)}`;
	await shop.text("Hi", { from });
	await shop.deliverJobs(60);
	shop.announced = [];
});

const expectAnnounced = (...expected: object[]) => takeAnnounced(shop, from, expected);

describe("whoever opts out or in is announced", () => {
	it("when they write so", async () => {
		await shop.text("STOP", { from });
		await expectAnnounced(inbound, consentOf(from));
		await shop.text("START", { from });
		await expectAnnounced(inbound, consentOf(from));
	});

	it("when a person says so, and for nothing that changes nothing", async () => {
		await addOptOut(shop.messaging, { number: from, reason: "By phone." }, olivia);
		await addOptOut(shop.messaging, { number: from, reason: "Again." }, olivia);
		await expectAnnounced(consentOf(from));
		await removeOptOut(shop.messaging, { number: from, reason: "Asked for it.", actor: olivia });
		await removeOptOut(shop.messaging, { number: from, reason: "Again.", actor: olivia });
		await expectAnnounced(consentOf(from));
	});

	it("together when a list is imported", async () => {
		const rows = [from, "+14155551234", "nonsense"].map((number) => ({ number, reason: "Old list." }));
		await importOptOuts(shop.messaging, rows, olivia);
		await expectAnnounced(consentOf(from, "+14155551234"));
	});

	it("when the carrier says so, at once or later", async () => {
		shop.carrier.fault = (request) => (request === "POST /Messages" ? { status: 400, code: 21610 } : null);
		await sendByPerson(shop.messaging, { to: from, message: "Hello?" }, olivia);
		await expectAnnounced(consentOf(from), { ...outbound, status: "failed" });
		await removeOptOut(shop.messaging, { number: from, reason: "A mistake.", actor: olivia });
		shop.carrier.fault = () => null;
		await sendByPerson(shop.messaging, { to: from, message: "Hello?" }, olivia);
		shop.announced = [];
		const { sid: carrierId = "" } = shop.carrier.sent(from).at(-1) ?? {};
		await applyStatus(shop.messaging, null, { carrierId, status: "undelivered", errorCode: 21610 });
		await expectAnnounced({ ...outbound, status: "undelivered" }, consentOf(from));
	});

	it("as each of their conversations, also with a line that is no longer ours", async () => {
		const formerLine = "+14155550109";
		const at = shop.at;
		await db.insert(numberOrders).values({
			id: `ord_${count}`,
			purpose: "spare-local-any",
			kind: "local",
			number: formerLine,
			label: "x",
			status: "released",
			createdAt: at,
			updatedAt: at,
		});
		for (const to of [janesLine, formerLine]) await shop.text("Hi", { from, to });
		await db.insert(conversations).values({
			id: await conversationIdOf(from, "+14155550104"),
			contactNumber: from,
			ourNumber: "+14155550104",
			mode: "assistant",
			createdAt: at,
		});
		const browser = await Browser.open(introduce({ topics: ["messages"] }));
		for (const others of [[], Array.from({ length: 30 }, (_, index) => `+1212555${1000 + index}`)]) {
			const before = browser.frames.length;
			await rpc.publishLive([consentOf(from, ...others)]);
			await browser.count(before + 3);
			const frames = browser.frames.slice(before);
			expect(frames.map((frame) => "to" in frame && frame.to).sort()).toEqual(
				[formerLine, janesLine, mainLine].sort(),
			);
			expect(frames).toMatchObject(frames.map(() => ({ kind: "conversation", from, mode: "assistant" })));
			expect(new Set(frames.map(nameOf)).size).toBe(3);
		}
		browser.close();
	});
});
