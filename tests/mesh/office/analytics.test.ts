import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { type PhoneCall, until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const mainLine = "+18005550100";
const anasLine = "+14155550103";
const jane = "+14155550151";
const [asker, stopper, quitter] = ["+14155560001", "+14155560002", "+14155560003"] as const;

interface Call {
	id: string;
	extension: string | null;
	outcome: string | null;
	startedAt: string;
	talkSeconds: number | null;
}
type Counts = Record<string, number>;
interface CallReport {
	timeZone: string;
	from: string;
	to: string;
	days: ({ date: string } & Counts)[];
	hours: number[][];
	extensions: { extension: string; name: string; total: number; talkSeconds: number }[];
	receptionist: Counts;
	totals: Counts;
}
interface TextReport {
	days: ({ date: string } & Counts)[];
	responses: Counts;
	totals: Counts;
}
interface Message {
	author: string;
	carrierId: string | null;
	direction: string;
	status: string;
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
let campaignId: string;

beforeAll(async () => {
	mesh = await startTestMesh({ cronSeconds: 2, sweepAfterSeconds: 5 });
	api = apiClient(mesh);
	await mesh.network.setSpeed(5);
});
afterAll(() => stopTestMesh(mesh));

async function get<Body>(path: string): Promise<Body> {
	const { status, body } = await api<Body>("GET", path);
	expect(status, JSON.stringify(body)).toBe(200);
	return body;
}

const getCallReport = () => get<CallReport>("/analytics/calls?period=7d");
const getTextReport = () => get<TextReport>("/analytics/sms?period=7d");

async function listCalls(report: CallReport): Promise<Call[]> {
	const { items } = await get<{ items: Call[] }>(`/calls?from=${report.from}&to=${report.to}&limit=200`);
	return items;
}

async function listMessages(contact: string): Promise<Message[]> {
	const { messages } = await get<{ messages: Message[] }>(
		`/conversations/${encodeURIComponent(contact)}/${encodeURIComponent(mainLine)}`,
	);
	return messages;
}

function sumOf(rows: readonly object[], field: string): number {
	return rows.reduce((sum, row) => sum + Number((row as Record<string, unknown>)[field] ?? 0), 0);
}

async function dialMenu(from: string): Promise<PhoneCall> {
	const call = await mesh.network.dial(from, mainLine);
	await call.expectWaitsFor("digits");
	return call;
}

async function dialReceptionist(from: string): Promise<PhoneCall> {
	const call = await dialMenu(from);
	await call.press("0");
	await call.expectHears("this is the assistant of Acme Corp");
	return call;
}

function text(from: string, body: string): Promise<unknown> {
	return mesh.network.send("POST", "/messages", { from, to: mainLine, body });
}

function expectMessages(contact: string, count: number): Promise<Message[]> {
	return until(
		`${count} texts with ${contact}`,
		async () => {
			const { status } = await api("GET", `/conversations/${contact}/${mainLine}`);
			const messages = status === 200 ? await listMessages(contact) : [];
			return messages.length >= count && messages;
		},
		40,
	);
}

describe("the telephone on a busy day", () => {
	it("rings: answered, left a message, given up, informed, transferred", async () => {
		const answered = await dialMenu("+14155550191");
		await answered.press("101");
		const leg = await answered.expectRings(jane);
		await leg.take();
		await new Promise((resolve) => setTimeout(resolve, 2000));
		await answered.hangUp();
		await answered.expectEnds();

		const voicemail = await mesh.network.dial("+14155550192", anasLine);
		await voicemail.leaveMessage(3, "Please call me back.");
		await voicemail.expectEnds();

		const abandoned = await dialMenu("+14155550193");
		await abandoned.hangUp();
		await abandoned.expectEnds();

		const informed = await dialReceptionist("+14155550194");
		await informed.say("what are your hours");
		await informed.expectHears("9 am to 5 pm");
		await informed.hangUp();
		await informed.expectEnds();

		const transferred = await dialReceptionist("+14155550195");
		await transferred.say("sales please");
		const ringing = await transferred.expectRings(jane);
		await mesh.network.send("POST", `/calls/${ringing.sid}/reject`, {});
		await transferred.expectHears("To go back to the assistant, press 0.");
		await transferred.hangUp();
		await transferred.expectEnds();
	}, 120_000);

	it("counts a call that lasts in `total` and in what goes on", async () => {
		const call = await dialMenu("+14155550196");
		const { totals } = await getCallReport();
		const { now } = await get<{ now: Counts }>("/dashboard");
		expect([totals.total, now.callsInProgress]).toEqual([6, 1]);
		await call.hangUp();
		await call.expectEnds();
		await until("no call to be open", async () => {
			const [row] = await mesh.query<{ n: number }>("SELECT count(*) AS n FROM calls WHERE ended_at IS NULL");
			return row?.n === 0;
		});
	});

	it("is counted as the list of calls counts it, by day, hour, extension and outcome", async () => {
		const report = await getCallReport();
		const calls = await listCalls(report);
		expect(report.totals).toEqual({
			total: calls.length,
			answered: 1,
			voicemail: 1,
			informed: 1,
			blocked: 0,
			failed: 0,
			abandoned: 3,
			talkSeconds: sumOf(calls, "talkSeconds"),
		});
		expect(calls).toHaveLength(6);
		expect(report.totals.talkSeconds).toBeGreaterThanOrEqual(5);
		for (const [field, total] of Object.entries(report.totals))
			expect(sumOf(report.days, field), field).toBe(total);
		expect(report.hours.flat().reduce((sum, count) => sum + count, 0)).toBe(calls.length);
		for (const { outcome } of calls) {
			const { items } = await get<{ items: Call[] }>(
				`/calls?outcome=${outcome}&from=${report.from}&to=${report.to}`,
			);
			expect(items.length).toBe(report.totals[outcome ?? ""]);
		}
		for (const { extension, total, talkSeconds } of report.extensions) {
			const { items } = await get<{ items: Call[] }>(
				`/calls?ext=${extension}&from=${report.from}&to=${report.to}`,
			);
			expect([items.length, sumOf(items, "talkSeconds")]).toEqual([total, talkSeconds]);
		}
		expect(report.extensions.map(({ extension, name }) => [extension, name])).toEqual([
			["101", "Jane Smith"],
			["103", "Ana Ruiz"],
		]);
		expect(report.receptionist).toEqual({ calls: 2, transferred: 1, voicemail: 0, informed: 1, menu: 0 });
	});
});

describe("the texts of a busy day", () => {
	it("are written by everybody", async () => {
		await text(asker, "What are your opening hours?");
		await expectMessages(asker, 2);
		const reply = { from: asker, to: mainLine, message: "Jane here, what can I do?" };
		expect((await api("POST", "/conversations/reply", reply)).status).toBeLessThan(300);
		await text(stopper, "STOP");
		await expectMessages(stopper, 1);
		const refused = await api("POST", "/sms/send", { to: stopper, message: "Hello?" });
		expect(refused.status).toBeGreaterThanOrEqual(400);
		await text(stopper, "START");
		await expectMessages(stopper, 3);
		await text(quitter, "please stop texting me");
		await expectMessages(quitter, 2);
		const people = Array.from({ length: 12 }, (_, index) => `+14155570${String(100 + index)}`);
		const plan = {
			name: "Sale",
			message: "Acme: our sale starts today.",
			quietHours: false,
			ratePerSecond: 10,
		};
		const made = await api<{ id: string }>("POST", "/campaigns", {
			...plan,
			recipients: [...people, quitter],
		});
		expect(made.status, JSON.stringify(made.body)).toBe(201);
		campaignId = made.body.id;
		await until(
			"every text to have arrived",
			async () => {
				const { counts } = await get<{ counts: Counts }>(`/campaigns/${campaignId}`);
				const [row] = await mesh.query<{ n: number }>(
					"SELECT count(*) AS n FROM messages WHERE direction = 'outbound' AND status NOT IN ('delivered', 'refused')",
				);
				return counts.delivered === people.length && row?.n === 0;
			},
			120,
		);
	}, 240_000);

	it("are counted as the conversations, the campaign and the ledger count them", async () => {
		const { totals, days, responses } = await getTextReport();
		const messages = (await Promise.all([asker, stopper, quitter].map(listMessages))).flat();
		const { counts } = await get<{ counts: Counts }>(`/campaigns/${campaignId}`);
		const countOf = (isCounted: (message: Message) => unknown) => messages.filter(isCounted).length;
		const takenOf = (author: string) =>
			countOf((message) => message.author === author && message.carrierId !== null);
		const ofCampaign = counts.delivered ?? 0;
		const others = takenOf("assistant") + takenOf("person") + takenOf("system");
		expect(totals).toEqual({
			received: countOf(({ direction }) => direction === "inbound"),
			sent: others + ofCampaign,
			delivered: others + ofCampaign,
			undelivered: 0,
			failed: 0,
			refused: 1,
			byAssistant: takenOf("assistant"),
			byPeople: takenOf("person"),
			byCampaigns: ofCampaign,
			bySystem: takenOf("system"),
			optOuts: 2,
			optIns: 1,
		});
		expect([totals.byAssistant, totals.byPeople, totals.byCampaigns, totals.bySystem]).toEqual([1, 1, 12, 1]);
		for (const [field, total] of Object.entries(totals)) expect(sumOf(days, field), field).toBe(total);
		expect(Object.values(responses).reduce((sum, count) => sum + count, 0)).toBe(1);
		expect(responses.never).toBe(0);
	});
});

it("shows the same on the dashboard", async () => {
	const dashboard = await get<{ date: string; today: Counts; now: Counts; waiting: Counts; days: Counts[] }>(
		"/dashboard",
	);
	const [calls, texts] = [(await getCallReport()).days.at(-1), (await getTextReport()).days.at(-1)];
	expect(dashboard.date).toBe(calls?.date);
	expect(dashboard.today).toEqual({
		calls: calls?.total,
		answered: calls?.answered,
		missed: (calls?.abandoned ?? 0) + (calls?.failed ?? 0),
		voicemails: calls?.voicemail,
		textsReceived: texts?.received,
		textsSent: texts?.sent,
	});
	expect(dashboard.days).toHaveLength(7);
	expect(dashboard.now).toEqual({ callsInProgress: 0, campaignsSending: 0 });
	expect(dashboard.waiting.voicemailsUnheard).toBe(1);
});

it("loses and finds nothing when the company moves to another time zone", async () => {
	const before = [(await getCallReport()).totals, (await getTextReport()).totals];
	for (const timeZone of ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu"]) {
		expect((await api("PUT", "/settings", { timeZone })).status).toBe(200);
		const report = await getCallReport();
		expect(report.timeZone).toBe(timeZone);
		expect([report.totals, (await getTextReport()).totals]).toEqual(before);
		expect((await listCalls(report)).length).toBe(report.totals.total);
	}
});
