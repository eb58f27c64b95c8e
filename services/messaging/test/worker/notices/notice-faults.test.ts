import { settings } from "@cloudpbx/db/schema/admin";
import { officeEvents } from "@cloudpbx/db/schema/events";
import { messages } from "@cloudpbx/db/schema/messaging";
import { noticeEvents, notices } from "@cloudpbx/db/schema/notices";
import { calls } from "@cloudpbx/db/schema/voice";
import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { listenForNotices } from "../../../src/notices/listen-for-notices.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { contact, db, mainLine } from "../company.ts";
import {
	call,
	choose,
	emails,
	emailsTo,
	janesPhone,
	noon,
	reasons,
	setUpNotices,
	shop,
	textsTo,
} from "./notices-stage.ts";

setUpNotices();

it("tries a refused e-mail again, and gives up after five times", async () => {
	let isDown = true;
	let tries = 0;
	shop.messaging.email = {
		send: async (email) => {
			tries += 1;
			if (isDown) throw new Error("E_DELIVERY_FAILED");
			emails.push(email);
		},
	};
	await call("abandoned");
	await shop.deliverWithSweeps(1);
	expect(tries).toBeGreaterThan(1);
	isDown = false;
	await shop.deliverWithSweeps(2);
	expect(emailsTo("jane")).toHaveLength(1);
	isDown = true;
	tries = 0;
	await call("abandoned");
	await shop.deliverWithSweeps(8);
	expect(tries).toBe(5);
	expect(await reasons()).toContain("email_failed");
});

it("drops what should go by e-mail once e-mail is off", async () => {
	await choose("jane", { missedCall: "email" });
	Object.assign(shop.messaging, { email: null, isEmailOn: false });
	await call("abandoned");
	await shop.deliverJobs();
	expect(await reasons()).toEqual(["email_off"]);
	expect((await db.select().from(settings)).length).toBeGreaterThan(0);
});

it.each(["lost before", "lost after", "500 after"] as const)(
	"sends a text once when the carrier's answer is %s",
	async (fault) => {
		await choose("jane", { missedCall: "text" });
		let faults = 0;
		shop.carrier.fault = (request) => (request === "POST /Messages" && faults++ === 0 ? fault : null);
		await call("abandoned");
		await shop.deliverWithSweeps(3);
		expect(textsTo(janesPhone)).toHaveLength(1);
		const rows = await db.select().from(messages).where(eq(messages.toNumber, janesPhone));
		expect(rows.every(({ body }) => body.includes("not kept"))).toBe(true);
		expect((await db.select().from(notices)).map(({ status }) => status)).toEqual(["sent"]);
	},
);

it.each([1, 2, 3, 4, 5, 6])(
	"loses nothing and texts once when its process dies at statement %i",
	async (last) => {
		await choose("jane", { missedCall: "text" });
		await call("abandoned");
		shop.pass(10);
		shop.jobs = [];
		let left = last;
		const dying = new Proxy(shop.messaging.db, {
			get(target, name) {
				if (["batch", "select", "update", "insert", "run", "$client"].includes(String(name)) && --left < 0) {
					throw new Error("died");
				}
				const value = Reflect.get(target, name);
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
		const { sendNotices } = await import("../../../src/notices/send-notices.ts");
		await sendNotices({ ...shop.messaging, db: dying }, "usr_jane").catch(() => undefined);
		await shop.deliverWithSweeps(3);
		expect(textsTo(janesPhone)).toHaveLength(1);
	},
);

it("hears of what happens from the outbox, while somebody wants to be told", async () => {
	const quiet = shop.open({ email: null, isEmailOn: false, dashboardUrl: "https://pbx.example.com" });
	await listenForNotices(quiet);
	await db.insert(calls).values(endedCall("call_unheard"));
	expect(await db.select().from(officeEvents)).toEqual([]);
	await choose("jane", { missedCall: "text" });
	await listenForNotices(quiet);
	await db.insert(calls).values(endedCall("call_heard"));
	await drainEvents(shop.messaging);
	await drainEvents(shop.messaging);
	expect(await db.select().from(officeEvents)).toEqual([]);
	expect(await db.select().from(noticeEvents)).toEqual([]);
	expect((await db.select().from(notices)).map(({ subjectId }) => subjectId)).toEqual(["call_heard"]);
	const heard: boolean[] = [];
	await listenForNotices({ ...shop.messaging, hearEvents: async (isHeard) => void heard.push(isHeard) });
	expect(heard).toEqual([true]);
});

it("tells nobody of what is older than a day, as after a restore", async () => {
	await choose("jane", { missedCall: "text" });
	const dayAgo = noon.getTime() - 24 * 60 * 60 * 1000;
	await call("abandoned", { startedAt: new Date(dayAgo - 1) });
	expect(await db.select().from(notices)).toEqual([]);
	await call("abandoned", { startedAt: new Date(dayAgo) });
	expect(await db.select().from(notices)).toHaveLength(1);
});

it("decides in the sweep what a drain has left over", async () => {
	await choose("jane", { missedCall: "text" });
	await listenForNotices(shop.messaging);
	await db.insert(calls).values(endedCall("call_left"));
	const died = { ...shop.messaging, jobQueue: shop.messaging.jobQueue, isEmailOn: true };
	const select = vi.spyOn(died.db, "select").mockImplementationOnce(() => {
		throw new Error("died");
	});
	await expect(drainEvents(died)).rejects.toThrow("died");
	select.mockRestore();
	expect(await db.select().from(noticeEvents)).toHaveLength(1);
	await sweep(shop.messaging);
	expect(await db.select().from(noticeEvents)).toEqual([]);
	expect(await db.select().from(notices)).toHaveLength(1);
});

function endedCall(id: string): typeof calls.$inferInsert {
	return {
		id,
		carrierId: id,
		direction: "inbound",
		fromNumber: contact,
		toNumber: mainLine,
		extension: "101",
		outcome: "abandoned",
		status: "completed",
		startedAt: noon,
		endedAt: noon,
	};
}
