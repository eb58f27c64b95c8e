import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";
import { listTaken, mostInTenSeconds, ratePerSecond, type TakenText, watchMachine } from "./taken-texts.ts";

const samsLine = "+14155550102";
const janesLine = "+14155550101";
const message = "Acme: our sale starts today. Reply STOP to opt out.";

interface CampaignView {
	id: string;
	status: string;
	reason: string | null;
	achievedPerSecond: number | null;
	replies: number;
	optOuts: number;
	counts: Record<"total" | "queued" | "sending" | "sent" | "delivered" | "failed" | "skipped", number>;
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;

beforeAll(async () => {
	mesh = await startTestMesh({ cronSeconds: 5, sweepAfterSeconds: 5 });
	api = apiClient(mesh);
	await mesh.network.setSpeed(10);
});
afterAll(() => stopTestMesh(mesh));

let nextNumber = 1;

function people(count: number): string[] {
	return Array.from({ length: count }, () => `+1415557${String(nextNumber++).padStart(4, "0")}`);
}

function pause(id: string): Promise<unknown> {
	return api("POST", `/campaigns/${id}/pause`);
}

async function create(recipients: unknown[], more: object = {}): Promise<CampaignView> {
	const plan = { name: "Sale", message, quietHours: false, ratePerSecond: 10, recipients, ...more };
	const { status, body } = await api<CampaignView>("POST", "/campaigns", plan);
	expect(status, JSON.stringify(body)).toBe(201);
	return body;
}

async function read(id: string): Promise<CampaignView> {
	return (await api<CampaignView>("GET", `/campaigns/${id}`)).body;
}

function expectStatus(id: string, status: string, patienceSeconds = 60): Promise<CampaignView> {
	return until(
		`the campaign to be ${status}`,
		async () => {
			const campaign = await read(id);
			return campaign.status === status && campaign;
		},
		patienceSeconds,
	);
}

const taken = (numbers: readonly string[]) => listTaken(mesh, numbers, "Acme");

describe.concurrent("a campaign", () => {
	it("reaches three hundred of four hundred exactly once, at the rate that was chosen", async ({
		expect,
	}) => {
		const kept = people(300);
		const out = people(50);
		const file = [["number", "reason"], ...out.map((number) => [number, "asked on the phone"])];
		const imported = await fetch(`${mesh.url}/api/opt-outs/import`, {
			method: "POST",
			headers: { authorization: `Bearer ${mesh.access.apiKey}`, "content-type": "text/csv" },
			body: file.map((row) => row.join(",")).join("\n"),
		});
		expect(imported.status).toBe(200);
		const invalid = Array.from({ length: 20 }, (_, index) => `+1415${index}`);
		const stopWatching = watchMachine();
		const { id, counts } = await create([...kept, ...out, ...invalid, ...kept.slice(0, 30)]);
		expect(counts).toMatchObject({ total: 400, skipped: 100 });
		const ended = await expectStatus(id, "completed", 150);
		const share = stopWatching();
		expect(ended.counts).toMatchObject({ total: 400, queued: 0, sending: 0, failed: 0, skipped: 100 });

		const texts = await taken([...kept, ...out]);
		expect(texts).toHaveLength(300);
		expect(new Set(texts.map(({ to }) => to))).toEqual(new Set(kept));
		// Texts that missed their slots come last: they say nothing about the rate.
		const rate = rateOf(texts.slice(0, -20));
		expect(rate.perSecond, rate.words).toBeGreaterThanOrEqual(9.5 * share);
		expect(rate.perSecond, rate.words).toBeLessThanOrEqual(10);
		await until("every text to be delivered", async () => (await read(id)).counts.delivered === 300);
	}, 240_000);

	it("shares its number with another one: together one text a second, each about half", async ({
		expect,
	}) => {
		const lists = [people(14), people(14)];
		const plan = { fromNumber: samsLine, ratePerSecond: undefined };
		const made = await Promise.all(lists.map((list) => create(list, plan)));
		for (const { id } of made) await expectStatus(id, "completed", 90);
		const texts = await taken(lists.flat());
		expect(texts).toHaveLength(28);
		expect(mostInTenSeconds(texts)).toBeLessThanOrEqual(10);
		const early = texts.slice(0, 20).filter(({ to }) => lists[0]?.includes(to)).length;
		expect(early).toBeGreaterThanOrEqual(7);
		expect(early).toBeLessThanOrEqual(13);
	}, 150_000);

	it("stops for whoever says STOP, and for everybody when it is paused", async ({ expect }) => {
		const list = people(24);
		const last = list.at(-1) ?? "";
		const { id } = await create(list, { fromNumber: janesLine, ratePerSecond: 2 });
		await until("some texts", async () => (await taken(list)).length >= 4);
		await mesh.network.send("POST", "/messages", { from: last, to: janesLine, body: "STOP" });
		await pause(id);
		const pausedAt = Date.now();
		const before = (await taken(list)).length;
		await new Promise((resolve) => setTimeout(resolve, 4000));
		const after = await taken(list);
		expect(after.length - before).toBeLessThanOrEqual(1);
		expect(after.every(({ at }) => at - pausedAt < 2000)).toBe(true);
		expect(await read(id)).toMatchObject({ status: "paused" });

		await api("POST", `/campaigns/${id}/resume`);
		const ended = await expectStatus(id, "completed", 90);
		expect(ended.counts).toMatchObject({ total: 24, skipped: 1 });
		const texts = await taken(list);
		expect(texts.map(({ to }) => to).sort()).toEqual(list.slice(0, -1));
		await mesh.network.send("POST", "/messages", { from: list[0], to: janesLine, body: "Until when?" });
		await mesh.network.send("POST", "/messages", { from: list[1], to: janesLine, body: "STOP" });
		await until("what came back", async () => {
			const { replies, optOuts } = await read(id);
			return replies === 1 && optOuts === 1;
		});
	}, 150_000);
});

function rateOf(texts: readonly TakenText[]): { perSecond: number; words: string } {
	const seconds = ((texts.at(-1)?.at ?? 0) - (texts[0]?.at ?? 0)) / 1000;
	const perSecond = ratePerSecond(texts);
	const most = mostInTenSeconds(texts);
	const words = `${texts.length} texts in ${seconds.toFixed(1)} s, ${perSecond.toFixed(3)} a second, ${most} in any ten`;
	console.log(words);
	return { perSecond, words };
}
