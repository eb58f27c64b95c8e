import type { CallOutcome } from "@cloudpbx/contracts/calls/calls";
import { noticeChoices, settings, users } from "@cloudpbx/db/schema/admin";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { eventEars, officeEvents } from "@cloudpbx/db/schema/events";
import { conversations, messages, noticeEvents, notices, optOuts } from "@cloudpbx/db/schema/messaging";
import { extensions, numberChecks } from "@cloudpbx/db/schema/provisioning";
import { calls, voicemails } from "@cloudpbx/db/schema/voice";
import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { EmailSender } from "../../../src/context.ts";
import { drainEvents } from "../../../src/events/drain-events.ts";
import { listenForNotices } from "../../../src/notices/listen-for-notices.ts";
import { planNotices } from "../../../src/notices/plan-notices.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { contact, db, foundCompany, mainLine } from "../company.ts";
import { Workshop } from "../workshop.ts";

type Choices = Partial<typeof noticeChoices.$inferInsert>;

const janesPhone = "+14155550151";
const samsPhone = "+14155550152";
/** Noon in New York, the company's time zone. */
const noon = new Date("2026-11-20T17:00:00Z");
let shop: Workshop;
let emails: Parameters<EmailSender["send"]>[0][] = [];
let count = 0;

beforeAll(async () => {
	await foundCompany();
	await db
		.insert(extensions)
		.values([
			extension("102", "Sam Lee", { forwardTo: samsPhone }),
			extension("103", "Ana Ruiz", { forwardTo: null }),
			extension("150", "Sales", { kind: "group", members: ["ext_101", "ext_102", "ext_103"] }),
		]);
	await db
		.insert(users)
		.values([
			user("jane", "ext_101"),
			user("sam", "ext_102"),
			user("ana", "ext_103"),
			user("olivia", null, "owner"),
		]);
	await db.insert(contacts).values({
		id: "contact_1",
		number: contact,
		name: "Ann Smith",
		sortName: "ann smith",
		createdAt: noon,
		updatedAt: noon,
	});
});

beforeEach(async () => {
	emails = [];
	await db.update(eventEars).set({ notices: "" });
	for (const table of [officeEvents, noticeEvents, notices, noticeChoices]) await db.delete(table);
	await db.delete(optOuts);
	await db.update(users).set({ deactivatedAt: null });
	shop = new Workshop({
		email: { send: async (email) => void emails.push(email) },
		isEmailOn: true,
		noticeEmailFrom: "phone@acme.example",
		dashboardUrl: "https://pbx.example.com",
	});
	shop.at = noon;
});

afterEach(() => {
	vi.unstubAllGlobals();
});

function extension(ext: string, name: string, more: Partial<typeof extensions.$inferInsert>) {
	return {
		id: `ext_${ext}`,
		ext,
		name,
		status: "active" as const,
		createdAt: noon,
		updatedAt: noon,
		...more,
	};
}

function user(name: string, extensionId: string | null, role: "agent" | "owner" = "agent") {
	const email = `${name}@acme.example`;
	return { id: `usr_${name}`, name, email, role, extensionId, createdAt: noon, updatedAt: noon };
}

const choose = (name: string, choices: Choices) =>
	db.insert(noticeChoices).values({ userId: `usr_${name}`, updatedAt: noon, ...choices });

/** A call that has ended, and its event. */
async function call(outcome: CallOutcome, more: Partial<typeof calls.$inferInsert> = {}): Promise<string> {
	const id = `call_${++count}`;
	const ended = { startedAt: shop.at, endedAt: shop.at, status: "completed" as const };
	await db.insert(calls).values({
		id,
		carrierId: `CA${count}`,
		direction: "inbound",
		fromNumber: contact,
		toNumber: mainLine,
		extension: "101",
		outcome,
		...ended,
		...more,
	});
	await hear("call.missed", id);
	return id;
}

async function voicemail(more: Partial<typeof voicemails.$inferInsert> = {}): Promise<string> {
	const id = `vm_${++count}`;
	const callId = await call("voicemail", { extension: more.extension ?? "101" });
	await db.insert(voicemails).values({
		id,
		carrierRecordingId: `RE${count}`,
		callId,
		extension: "101",
		extensionId: "ext_101",
		fromNumber: contact,
		durationSeconds: 12,
		status: "stored",
		transcriptStatus: "pending",
		createdAt: shop.at,
		...more,
	});
	await hear("voicemail.stored", id);
	return id;
}

const hear = (event: string, subjectId: string, id = `evt_${subjectId}`) =>
	planNotices(shop.messaging, [{ id, event, subjectId, at: shop.at }]);

const textsTo = (phone: string) => shop.carrier.sent(phone).map(({ body }) => body);
const emailsTo = (name: string) => emails.filter(({ to }) => to === `${name}@acme.example`);
const reasons = async () => (await db.select().from(notices)).map(({ reason }) => reason);

it("tells of a missed call once, however often it is heard of, ten seconds after its end", async () => {
	await choose("jane", { missedCall: "text" });
	const id = await call("abandoned");
	await hear("call.missed", id);
	await shop.settle(9);
	expect(textsTo(janesPhone)).toEqual([]);
	await shop.settle();
	await sweep(shop.messaging);
	expect(textsTo(janesPhone)).toEqual([
		"Missed call from Ann Smith (415) 555-0199 for Jane Smith at 12:00 PM. https://pbx.example.com/",
	]);
	expect(emails).toEqual([]);
});

it("tells each member of a group once, in the member's own way", async () => {
	await choose("jane", { missedCall: "text" });
	await choose("sam", { missedCall: "none" });
	await call("abandoned", { extension: "150" });
	await shop.settle();
	expect(textsTo(janesPhone)).toHaveLength(1);
	expect(textsTo(janesPhone)[0]).toContain("for Sales at");
	expect(textsTo(samsPhone)).toEqual([]);
	// By default by e-mail, which is switched on.
	expect(emails.map(({ to, subject }) => [to, subject])).toEqual([
		["ana@acme.example", "Missed call from Ann Smith (415) 555-0199"],
	]);
	expect(emails[0]?.from).toEqual({ email: "phone@acme.example", name: "Acme Corp" });
});

it.each<[CallOutcome]>([["answered"], ["informed"], ["blocked"], ["voicemail"]])(
	"tells nobody of a call that is %s",
	async (outcome) => {
		await choose("jane", { missedCall: "text" });
		await call(outcome);
		await shop.settle();
		expect(await db.select().from(notices)).toEqual([]);
	},
);

it("tells nobody of a missed call that turns out to be taken, or to have left a voicemail", async () => {
	await choose("jane", { missedCall: "text", voicemail: "none" });
	const id = await call("abandoned");
	await db.update(calls).set({ outcome: "answered" }).where(eq(calls.id, id));
	await shop.settle();
	expect(textsTo(janesPhone)).toEqual([]);
	expect(await reasons()).toEqual(["not_missed"]);
	const other = await call("abandoned");
	await db.update(calls).set({ outcome: "voicemail" }).where(eq(calls.id, other));
	await db.insert(voicemails).values({
		id: "vm_late",
		carrierRecordingId: "RElate",
		callId: other,
		status: "recorded",
		transcriptStatus: "pending",
		createdAt: noon,
	});
	await shop.settle();
	expect(textsTo(janesPhone)).toEqual([]);
});

it("waits for a voicemail's words, and two minutes at most", async () => {
	await choose("jane", { voicemail: "text" });
	const id = await voicemail();
	await shop.settle(60);
	expect(textsTo(janesPhone)).toEqual([]);
	await db
		.update(voicemails)
		.set({ transcript: "Call me.", transcriptStatus: "completed" })
		.where(eq(voicemails.id, id));
	await hear("voicemail.transcribed", id);
	await shop.settle(1);
	expect(textsTo(janesPhone)).toEqual([
		`Voicemail from Ann Smith (415) 555-0199 for Jane Smith at 12:00 PM, 12 s. "Call me." https://pbx.example.com/voicemail/${id}`,
	]);
	await voicemail();
	await shop.settle(119);
	expect(textsTo(janesPhone)).toHaveLength(1);
	shop.pass(119);
	await shop.settle(1);
	expect(textsTo(janesPhone)).toHaveLength(2);
	expect(textsTo(janesPhone)[1]).not.toContain('"');
	await shop.settle();
	expect(textsTo(janesPhone)).toHaveLength(2);
});

it("keeps no words of a notice in the database, and lists its conversation nowhere", async () => {
	await choose("jane", { voicemail: "text" });
	const id = await voicemail({ transcript: "A secret.", transcriptStatus: "completed" });
	await hear("voicemail.transcribed", id);
	await shop.settle();
	expect(textsTo(janesPhone)[0]).toContain("A secret.");
	const rows = await db.select().from(messages).where(eq(messages.toNumber, janesPhone));
	expect(rows.every(({ body }) => body.includes("not kept"))).toBe(true);
	const listed = await db.select().from(conversations).where(eq(conversations.contactNumber, janesPhone));
	expect(listed.map(({ listedAt }) => listedAt)).toEqual([null]);
	expect(shop.announced).toEqual([]);
});

it("tells nobody of a voicemail that is heard or deleted before", async () => {
	await choose("jane", { voicemail: "text" });
	const heard = await voicemail();
	await db.update(voicemails).set({ listenedAt: noon }).where(eq(voicemails.id, heard));
	const deleted = await voicemail();
	await db.update(voicemails).set({ deletedAt: noon }).where(eq(voicemails.id, deleted));
	const erased = await voicemail();
	await db.delete(voicemails).where(eq(voicemails.id, erased));
	await shop.settle();
	expect(textsTo(janesPhone)).toEqual([]);
	expect((await reasons()).sort()).toEqual(["deleted", "deleted", "heard"]);
});

it("sends nothing to a telephone that said STOP to the company", async () => {
	await choose("jane", { missedCall: "text" });
	await db.insert(optOuts).values({ number: janesPhone, source: "keyword" as never, at: noon });
	await call("abandoned");
	await shop.settleWithSweeps(2);
	expect(textsTo(janesPhone)).toEqual([]);
	expect(await reasons()).toEqual(["opted_out"]);
});

it("tells nobody who may not sign in any more", async () => {
	await choose("jane", { missedCall: "text" });
	await call("abandoned");
	await db.update(users).set({ deactivatedAt: noon }).where(eq(users.id, "usr_jane"));
	await shop.settle();
	expect(textsTo(janesPhone)).toEqual([]);
	expect(await reasons()).toEqual(["nobody"]);
});

it("keeps what came at night for one summary in the morning, unless wished", async () => {
	await choose("jane", { missedCall: "text", voicemail: "text" });
	await choose("sam", { missedCall: "text", atNight: true });
	shop.at = new Date("2026-11-21T02:30:00Z");
	await call("abandoned");
	await call("abandoned", { extension: "102" });
	shop.pass(3600);
	await call("abandoned");
	await voicemail();
	await shop.settle(3600);
	expect(textsTo(janesPhone)).toEqual([]);
	expect(textsTo(samsPhone)).toHaveLength(1);
	shop.at = new Date("2026-11-21T12:59:00Z");
	await sweep(shop.messaging);
	await shop.settle(10);
	expect(textsTo(janesPhone)).toEqual([]);
	shop.at = new Date("2026-11-21T13:00:00Z");
	await sweep(shop.messaging);
	await sweep(shop.messaging);
	expect(textsTo(janesPhone)).toEqual([
		"2 missed calls, 1 voicemail since 9:30 PM, the last from Ann Smith (415) 555-0199. https://pbx.example.com/",
	]);
});

it("makes one summary of a flood", async () => {
	await choose("jane", { missedCall: "text" });
	for (let index = 0; index < 12; index++) {
		await call("abandoned");
		await shop.settle(15);
		shop.pass(15);
	}
	expect(textsTo(janesPhone)).toHaveLength(3);
	await shop.settle();
	expect(textsTo(janesPhone)).toHaveLength(4);
	expect(textsTo(janesPhone)[3]).toMatch(/^9 missed calls since 12:0\d PM/);
	expect(countSegments(textsTo(janesPhone)[3] ?? "").segments).toBeLessThanOrEqual(2);
	await shop.settle();
	expect(textsTo(janesPhone)).toHaveLength(4);
});

it("tells people of what waits, has stopped, has finished, or does not work", async () => {
	await choose("sam", { conversationWaiting: "email" });
	await choose("olivia", { campaignFinished: "email", missedCall: "email" });
	await db.insert(conversations).values([
		{ id: "conv_1", contactNumber: contact, ourNumber: mainLine, mode: "waiting", createdAt: noon },
		{ id: "conv_2", contactNumber: samsPhone, ourNumber: mainLine, mode: "waiting", createdAt: noon },
	]);
	const campaign = {
		message: "Hi",
		fromNumber: mainLine,
		quietHours: true,
		requireConsent: false,
		isComplete: true,
		createdAt: noon,
	};
	await db.insert(campaigns).values([
		{
			...campaign,
			id: "cmp_1",
			name: "Spring",
			status: "completed",
			sentCount: 3,
			deliveredCount: 480,
			failedCount: 2,
		},
		{ ...campaign, id: "cmp_2", name: "Autumn", status: "paused", reason: "Too many errors." },
		{ ...campaign, id: "cmp_3", name: "Winter", status: "paused" },
	]);
	await db.insert(numberChecks).values({
		id: 1,
		checkedAt: noon,
		troubles: [{ id: "num_1", number: mainLine, trouble: "drifted", message: "Its calls go elsewhere." }],
	});
	await hear("conversation.waiting", "conv_1");
	await hear("conversation.waiting", "conv_2");
	await hear("campaign.finished", "cmp_1");
	for (const id of ["cmp_2", "cmp_3"]) await hear("campaign.stopped", id);
	await hear("number.trouble", "num_1");
	await call("abandoned", { extension: null });
	await shop.settle();
	expect(emailsTo("sam").map(({ subject }) => subject)).toEqual([
		"A text from Ann Smith (415) 555-0199 waits for an answer by a person, since 12:00 PM.",
	]);
	expect(
		emailsTo("olivia")
			.map(({ subject }) => subject)
			.sort(),
	).toEqual([
		"(800) 555-0100 is in trouble: Its calls go elsewhere.",
		'Campaign "Autumn" has stopped: Too many errors.',
		'Campaign "Spring" has finished: 483 sent, 2 failed, 0 set aside.',
		"Missed call from Ann Smith (415) 555-0199",
	]);
	expect(emails).toHaveLength(5);
	await db.delete(numberChecks);
});

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
	await shop.settleWithSweeps(1);
	expect(tries).toBeGreaterThan(1);
	isDown = false;
	await shop.settleWithSweeps(2);
	expect(emailsTo("jane")).toHaveLength(1);
	isDown = true;
	tries = 0;
	await call("abandoned");
	await shop.settleWithSweeps(8);
	expect(tries).toBe(5);
	expect(await reasons()).toContain("email_failed");
});

it("drops what should go by e-mail once e-mail is off", async () => {
	await choose("jane", { missedCall: "email" });
	Object.assign(shop.messaging, { email: null, isEmailOn: false });
	await call("abandoned");
	await shop.settle();
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
		await shop.settleWithSweeps(3);
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
		await shop.settleWithSweeps(3);
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
