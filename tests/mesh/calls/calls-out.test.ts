import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { type CallView, PhoneCall, until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

const callee = "+14155550199";
const janesPhones = ["+14155550151", "+14155550156"] as const;

interface CallOut {
	id: string;
	from: string;
	state: string;
	outcome: string | null;
	talkSeconds: number | null;
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;

beforeAll(async () => {
	mesh = await startTestMesh();
	api = apiClient(mesh);
	await mesh.network.setSpeed(5);
	const { body } = await api<{ items: { id: string; ext: string }[] }>("GET", "/extensions");
	const jane = body.items.find(({ ext }) => ext === "101");
	const changed = await api("PUT", `/extensions/${jane?.id}`, {
		forwardTo: janesPhones[0],
		alsoRing: [janesPhones[1]],
	});
	expect(changed.status).toBe(200);
}, 120_000);
afterAll(() => stopTestMesh(mesh));
beforeEach(async () => {
	for (const phone of [...janesPhones, callee]) await mesh.network.setPhone(phone, { onCall: "ring" });
	await mesh.network.setFaults([]);
});

async function place(wish: object = {}): Promise<CallOut> {
	const placed = await api<CallOut>("POST", "/calls", { to: callee, as: "101", ...wish });
	expect(placed.status, JSON.stringify(placed.body)).toBe(202);
	return placed.body;
}

const callsTo = async (phone: string) => {
	const { items } = await mesh.network.send<{ items: CallView[] }>("GET", "/calls");
	return items.filter(({ to }) => to === phone);
};

async function pickUp(phone: string): Promise<PhoneCall> {
	const ringing = await until(`${phone} to ring`, async () =>
		(await callsTo(phone)).find(({ status }) => status === "ringing"),
	);
	const call = new PhoneCall(mesh.network, ringing.sid);
	await call.answer();
	return call;
}

const follow = async (id: string) => (await api<CallOut>("GET", `/calls/${id}/progress`)).body;
const reaches = (id: string, state: string) =>
	until(`the call to be ${state}`, async () => {
		const call = await follow(id);
		return call.state === state && call;
	});

describe("a call out", () => {
	it("rings both telephones, is placed by key 1, and is one row with its conversation", async () => {
		const { id, from, state } = await place();
		expect(state).toBe("ringing_own");
		const jane = await pickUp(janesPhones[1]);
		await jane.expectHears("Press 1 to place the call.");
		await jane.press("1");
		await reaches(id, "ringing_other");
		const leg = await jane.expectRings(callee);
		expect((await leg.view()).from).toBe(from);
		const [other] = await callsTo(janesPhones[0]);
		await new PhoneCall(mesh.network, other?.sid ?? "").expectEnds("canceled");
		await leg.answer();
		await reaches(id, "talking");
		await jane.expectTalks();
		await leg.hangUp();
		const ended = await reaches(id, "ended");
		expect(ended.outcome).toBe("answered");
		const rows = await mesh.query<{ id: string; talk: number; duration: number; taken_by: string }>(
			"SELECT id, talk_seconds AS talk, duration_seconds AS duration, taken_by FROM calls WHERE direction = 'outbound'",
		);
		expect(rows).toMatchObject([{ id, taken_by: "101" }]);
		expect(rows[0]?.talk).toBeGreaterThan(0);
		expect(rows[0]?.duration).toBe(rows[0]?.talk);
		const call = await api<{ direction: string; events: { kind: string }[] }>("GET", `/calls/${id}`);
		expect(call.body.events.map(({ kind }) => kind)).toEqual([
			"call_placed",
			"call_confirmed",
			"callee_answered",
			"callee_spoke",
			"ended",
		]);
	}, 60_000);

	it.each([
		[{ onCall: "busy" }, "busy", "The line is busy"],
		[{ onCall: "unreachable" }, "failed", "could not be connected"],
	])(
		"whose callee is %o ends so, in words for the person",
		async (behaviour, outcome, words) => {
			await mesh.network.setPhone(callee, behaviour);
			const { id } = await place();
			const jane = await pickUp(janesPhones[0]);
			await jane.press("1");
			await jane.expectHears(words);
			expect((await reaches(id, "ended")).outcome).toBe(outcome);
		},
		60_000,
	);

	it("is not taken by mailboxes, which press nothing", async () => {
		for (const phone of janesPhones) await mesh.network.setPhone(phone, { onCall: "answer" });
		const { id } = await place();
		expect((await reaches(id, "ended")).outcome).toBe("not_taken");
		expect((await callsTo(callee)).filter(({ status }) => status === "ringing")).toEqual([]);
	}, 60_000);

	it("can be hung up while it rings and while people speak", async () => {
		const ringing = await place();
		await until("the telephone to ring", async () =>
			(await callsTo(janesPhones[0])).some(({ status }) => status === "ringing"),
		);
		const ended = await api<CallOut>("POST", `/calls/${ringing.id}/hang-up`);
		expect(ended).toMatchObject({ status: 200, body: { state: "ended", outcome: "canceled" } });
		await until("every telephone to stop", async () =>
			(await callsTo(janesPhones[0])).every(({ status }) => status !== "ringing"),
		);
		const { id } = await place();
		const jane = await pickUp(janesPhones[0]);
		await jane.press("1");
		await (await jane.expectRings(callee)).answer();
		await reaches(id, "talking");
		await api("POST", `/calls/${id}/hang-up`);
		expect((await reaches(id, "ended")).outcome).toBe("answered");
		await jane.expectEnds();
	}, 60_000);

	it("rings once when the carrier took it and its answer is lost", async () => {
		await mesh.network.setFaults([{ match: "rest:POST /Calls", effect: { dropAfterAccept: true } }]);
		const before = (await callsTo(janesPhones[0])).length;
		const id = `call_${"c0".repeat(8)}`;
		const placed = await place({ id });
		expect(await place({ id })).toMatchObject({ id: placed.id });
		const jane = await pickUp(janesPhones[0]);
		await mesh.network.setFaults([]);
		expect((await callsTo(janesPhones[0])).length).toBe(before + 1);
		await jane.press("1");
		await (await jane.expectRings(callee)).answer();
		await reaches(placed.id, "talking");
		await jane.hangUp();
		expect((await reaches(placed.id, "ended")).outcome).toBe("answered");
	}, 60_000);
});

it("refuses emergency numbers in words, and audits it", async () => {
	const refused = await api<{ detail: string }>("POST", "/calls", { to: "911", as: "101" });
	expect(refused).toMatchObject({
		status: 403,
		body: { detail: expect.stringContaining("This line cannot call 911") },
	});
	const { body } = await api<{ items: { action: string }[] }>("GET", "/audit?limit=5");
	expect(body.items.map(({ action }) => action)).toContain("call.refuse");
});

it("lets exactly as many calls through as the setting says, of 60 at the same moment", async () => {
	expect((await api("PUT", "/settings", { callsOutAtOnce: 3 })).status).toBe(200);
	const answers = await Promise.all(
		Array.from({ length: 60 }, () => api<CallOut>("POST", "/calls", { to: callee, as: "102" })),
	);
	expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
	expect(answers.filter(({ status }) => status === 429)).toHaveLength(57);
}, 60_000);
