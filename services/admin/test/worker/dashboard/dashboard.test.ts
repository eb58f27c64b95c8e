import type { CallAnalytics } from "@cloudpbx/contracts/api/analytics";
import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import { type Scope, scopes } from "@cloudpbx/contracts/api/scopes";
import { auditEvents } from "@cloudpbx/db/schema/admin";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { conversations, messages, sendingHours } from "@cloudpbx/db/schema/messaging";
import { extensions, numberChecks } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { callApi, db, expectJson, giveKey, giveUser, signIn, testEnv } from "../api.ts";
import { callOf, datesUpTo, hourMilliseconds, setTimeZone, textOf } from "../facts.ts";

beforeAll(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T18:00:00Z") });
});

beforeEach(async () => {
	const counted = ["calls", "messages", "call_days", "text_days"];
	const waiting = ["voicemails", "conversations", "campaigns", "number_checks", "extensions"];
	const emptied = [...counted, ...waiting, "settings"];
	await testEnv.DB.batch(emptied.map((table) => testEnv.DB.prepare(`DELETE FROM ${table}`)));
});

async function getDashboard(options: { key?: string; cookie?: string }): Promise<Dashboard> {
	return expectJson(await callApi("/api/dashboard", options), 200);
}

async function getDays(): Promise<CallAnalytics> {
	return expectJson(await callApi("/api/analytics/calls", { key: await giveKey() }), 200);
}

const zeros = {
	today: { calls: 0, answered: 0, missed: 0, voicemails: 0, textsReceived: 0, textsSent: 0 },
	now: { callsInProgress: 0, campaignsSending: 0 },
	waiting: {
		callsInDanger: 0,
		conversations: 0,
		voicemailsUnheard: 0,
		recordingsFailed: 0,
		extensionsFailed: 0,
		campaignsPaused: 0,
		webhooksPaused: 0,
		textsHeldBack: 0,
		numbersInTrouble: null,
	},
};

it("shows zeros in an empty database", async () => {
	const dashboard = await getDashboard({ key: await giveKey() });
	expect(dashboard).toMatchObject({ timeZone: "America/New_York", ...zeros });
	expect(dashboard.date).toBe("2026-11-20");
	expect(dashboard.days).toEqual(
		datesUpTo(dashboard.date, 7).map((date) => ({
			date,
			calls: 0,
			missed: 0,
			textsReceived: 0,
			textsSent: 0,
		})),
	);
});

async function fillCompany(): Promise<Date> {
	await setTimeZone("America/Los_Angeles");
	const { from } = await getDays();
	const at = new Date();
	const earlier = new Date(Date.parse(from) + hourMilliseconds);
	const voicemail = (id: string, extension: string, row: Partial<typeof voicemails.$inferInsert> = {}) => ({
		id,
		carrierRecordingId: id,
		callId: "call_x",
		extension,
		extensionId: extension === "101" ? "ext_1" : "ext_2",
		status: "stored" as const,
		transcriptStatus: "completed" as const,
		createdAt: at,
		...row,
	});
	const campaign = (id: string, status: "sending" | "paused" | "completed") => ({
		id,
		name: id,
		message: "Sale!",
		status,
		fromNumber: "+18005550100",
		quietHours: true,
		requireConsent: false,
		isComplete: true,
		createdAt: at,
	});
	const conversation = (id: string, mode: "waiting" | "human", listedAt: Date | null = at) => ({
		id,
		contactNumber: id,
		ourNumber: "+18005550100",
		mode,
		listedAt,
		createdAt: at,
	});
	await db.batch([
		db
			.insert(calls)
			.values([
				callOf(at, { outcome: "answered", extension: "101" }),
				callOf(at, { outcome: "abandoned" }),
				callOf(at, { outcome: "failed" }),
				callOf(at, { outcome: "informed", danger: "fire" }),
				callOf(at, { outcome: "voicemail", extension: "101" }),
				callOf(at, { outcome: "voicemail", extension: "102" }),
				callOf(at, { endedAt: null, status: "in_progress" }),
				callOf(earlier, { outcome: "abandoned", danger: "self_harm" }),
			]),
		db
			.insert(messages)
			.values([
				textOf(at, { direction: "inbound", author: "contact", status: "received" }),
				textOf(at, { carrierId: "SM1", status: "sent" }),
				textOf(at, { status: "failed" }),
				textOf(earlier, { carrierId: "SM2", status: "sent", author: "assistant" }),
			]),
		db
			.insert(voicemails)
			.values([
				voicemail("vm_1", "101"),
				voicemail("vm_2", "102"),
				voicemail("vm_3", "101", { listenedAt: at }),
				voicemail("vm_4", "101", { deletedAt: at }),
				voicemail("vm_5", "102", { status: "failed" }),
				voicemail("vm_6", "102", { status: "failed", deletedAt: at }),
			]),
		db
			.insert(conversations)
			.values([conversation("c1", "waiting"), conversation("c2", "waiting"), conversation("c3", "human")]),
		db
			.insert(campaigns)
			.values([campaign("k1", "sending"), campaign("k2", "paused"), campaign("k3", "completed")]),
		db.insert(extensions).values({
			id: "ext_1",
			ext: "101",
			name: "Jane",
			status: "failed",
			createdAt: new Date(at.getTime() - hourMilliseconds),
			updatedAt: at,
		}),
		db.insert(numberChecks).values({
			id: 1,
			checkedAt: at,
			troubles: [{ id: "num_1", number: "+14155550101", trouble: "drifted", message: "It rings elsewhere." }],
		}),
	]);
	return at;
}

it("shows today, now, what waits and the last days", async () => {
	await fillCompany();
	const { days, ...dashboard } = await getDashboard({ key: await giveKey() });
	expect(dashboard).toMatchObject({
		timeZone: "America/Los_Angeles",
		today: { calls: 7, answered: 1, missed: 2, voicemails: 2, textsReceived: 1, textsSent: 1 },
		now: { callsInProgress: 1, campaignsSending: 1 },
		waiting: {
			callsInDanger: 1,
			conversations: 2,
			voicemailsUnheard: 3,
			recordingsFailed: 1,
			extensionsFailed: 1,
			campaignsPaused: 1,
			numbersInTrouble: 1,
		},
	});
	expect(days[0]).toMatchObject({ calls: 1, missed: 1, textsReceived: 0, textsSent: 1 });
	expect(days[6]).toEqual({ date: dashboard.date, calls: 7, missed: 2, textsReceived: 1, textsSent: 1 });
	const { days: sameDays } = await getDays();
	expect(days.map(({ calls }) => calls)).toEqual(sameDays.map(({ total }) => total));
});

const parts: [Scope, string[]][] = [
	[
		"calls:read",
		[
			"today.calls",
			"today.missed",
			"today.answered",
			"now.callsInProgress",
			"waiting.callsInDanger",
			"days.calls",
			"days.missed",
		],
	],
	[
		"messages:read",
		[
			"today.textsReceived",
			"today.textsSent",
			"waiting.conversations",
			"days.textsReceived",
			"days.textsSent",
		],
	],
	["voicemails:read", ["today.voicemails", "waiting.voicemailsUnheard", "waiting.recordingsFailed"]],
	["campaigns:read", ["now.campaignsSending", "waiting.campaignsPaused"]],
	["extensions:read", ["waiting.extensionsFailed"]],
	["webhooks:read", ["waiting.webhooksPaused"]],
	["numbers:read", ["waiting.numbersInTrouble"]],
	["audit:read", ["waiting.textsHeldBack"]],
];

it.each(parts)(
	"shows with %s alone only what it opens, and without it all but that",
	async (scope, shown) => {
		const fieldsOf = ({ today, now, waiting, days }: Dashboard) =>
			Object.entries({ today, now, waiting, days: days[0] ?? {} })
				.flatMap(([part, fields]) => Object.keys(fields).map((field) => `${part}.${field}`))
				.filter((field) => field !== "days.date")
				.sort();
		const all = parts.flatMap(([, fields]) => fields).sort();
		expect(fieldsOf(await getDashboard({ key: await giveKey([scope]) }))).toEqual(shown.toSorted());
		const others = await giveKey(scopes.filter((other) => other !== scope));
		expect(fieldsOf(await getDashboard({ key: others }))).toEqual(
			all.filter((field) => !shown.includes(field)),
		);
	},
);

it("shows an agent the voicemail of the own extension, and no calls", async () => {
	await fillCompany();
	await giveUser({ email: "agent@acme.example", role: "agent", extensionId: "ext_1" });
	await giveUser({ email: "idle@acme.example", role: "agent" });
	const agent = await getDashboard({ cookie: await signIn("agent@acme.example") });
	expect(agent.today).toEqual({ voicemails: 1, textsReceived: 1, textsSent: 1 });
	expect(agent.now).toEqual({});
	expect(agent.waiting).toEqual({ conversations: 2, voicemailsUnheard: 1, recordingsFailed: 0 });
	expect(Object.keys(agent.days[0] ?? {})).toEqual(["date", "textsReceived", "textsSent"]);
	const idle = await getDashboard({ cookie: await signIn("idle@acme.example") });
	expect(idle.today.voicemails).toBe(0);
	expect(idle.waiting).toMatchObject({ voicemailsUnheard: 0, recordingsFailed: 0 });
});

it("shows an agent nothing that was left for who had the keys before", async () => {
	await fillCompany();
	await giveUser({ email: "new@acme.example", role: "agent", extensionId: "ext_1" });
	await db.update(extensions).set({ createdAt: new Date(Date.now() + hourMilliseconds) });
	await db.update(voicemails).set({ extensionId: "ext_before" });
	const cookie = await signIn("new@acme.example");
	const { today, waiting } = await getDashboard({ cookie });
	expect([today.voicemails, waiting.voicemailsUnheard]).toEqual([0, 0]);
});

it("counts what waits up to a thousand", async () => {
	await testEnv.DB.prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
		INSERT INTO conversations (id, contact_number, our_number, mode, listed_at, created_at)
		SELECT 'conv_' || i, '+1415' || i, '+18005550100', 'waiting', i, i FROM n`).run();
	const { waiting } = await getDashboard({ key: await giveKey() });
	expect(waiting.conversations).toBe(1000);
});

it("shows whose texts were held back in the last hour, and by which ceiling", async () => {
	const key = await giveKey();
	const refused = await callApi("/api/sms/send", { key, body: { to: "+14155550155", message: "x" } });
	expect(refused.status).toBe(429);
	const [entry] = await db.select().from(auditEvents).where(eq(auditEvents.action, "message.refuse"));
	const person = {
		name: entry?.actorName,
		reason: expect.stringContaining("too many"),
		at: entry?.at.toISOString(),
	};
	expect(await getDashboard({ key })).toMatchObject({ waiting: { textsHeldBack: 1 }, heldBack: [person] });
	const hourStartedAt = new Date(Date.now() - (Date.now() % hourMilliseconds));
	await db.insert(sendingHours).values({ subject: "assistant", hourStartedAt, count: 500 });
	const reason = "The ceiling of 500 texts an hour for the assistant is reached.";
	expect(await getDashboard({ key })).toMatchObject({
		waiting: { textsHeldBack: 2 },
		heldBack: [{ name: "Assistant", reason, at: null }, person],
	});
	const others = await giveKey(scopes.filter((scope) => scope !== "audit:read"));
	expect(await getDashboard({ key: others })).not.toHaveProperty("heldBack");
	await db.update(sendingHours).set({ hourStartedAt: new Date(hourStartedAt.getTime() - hourMilliseconds) });
	expect((await getDashboard({ key })).heldBack).toEqual([person]);
});
