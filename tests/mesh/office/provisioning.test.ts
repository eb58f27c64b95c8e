import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

interface Extension {
	id: string;
	ext: string;
	status: string;
	reason: string | null;
	number: string | null;
}

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;

beforeAll(async () => {
	mesh = await startTestMesh();
	api = apiClient(mesh);
});
afterAll(() => stopTestMesh(mesh));
afterEach(() => mesh.network.setFaults([]));

const create = (ext: string, more: object = {}) =>
	api<Extension>("POST", "/extensions", {
		ext,
		name: `Person ${ext}`,
		department: "Repairs",
		email: `p${ext}@acme.example`,
		areaCode: "212",
		...more,
	});

function settled(id: string): Promise<Extension> {
	return until(
		`extension ${id} to be active or failed`,
		async () => {
			const { body } = await api<Extension>("GET", `/extensions/${id}`);
			return body.status !== "provisioning" && body;
		},
		120,
	);
}

async function rented(): Promise<
	{
		phone_number: string;
		voice_url: string;
		voice_fallback_url: string;
		sms_url: string;
		status_callback: string;
	}[]
> {
	const { accountSid, authToken } = await mesh.network.send<{ accountSid: string; authToken: string }>(
		"GET",
		"/account",
	);
	const url = `${mesh.url}/simulator/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json?PageSize=200`;
	const response = await fetch(url, {
		headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
	});
	return ((await response.json()) as { incoming_phone_numbers: never[] }).incoming_phone_numbers;
}

describe("a new extension", { timeout: 150_000 }, () => {
	it("buys a number in the area code asked for, points it here, and rings when it is called", async () => {
		const created = await create("104", { forwardTo: "+14155550154" });
		expect(created).toMatchObject({ status: 202, body: { status: "provisioning" } });
		const extension = await settled(created.body.id);
		expect(extension).toMatchObject({ status: "active", number: expect.stringMatching(/^\+1212\d{7}$/) });
		const number = (await rented()).find(({ phone_number }) => phone_number === extension.number);
		expect(number).toMatchObject({
			voice_url: `${mesh.url}/ivr/inbound`,
			voice_fallback_url: `${mesh.url}/ivr/fallback`,
			sms_url: `${mesh.url}/sms/inbound`,
			status_callback: `${mesh.url}/ivr/status`,
		});
		const call = await mesh.network.dial("+14155550199", extension.number ?? "");
		await call.expectRings("+14155550154");
		await call.hangUp();
		expect((await api<{ items: unknown[] }>("GET", "/numbers/health")).body.items).toEqual([]);
	});

	it("is made once when the same request is sent twice at once", async () => {
		const before = (await rented()).length;
		const answers = await Promise.all([create("105"), create("105")]);
		expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
		await settled(answers.find(({ status }) => status === 202)?.body.id ?? "");
		expect(await rented()).toHaveLength(before + 1);
	});

	it.each([
		["the search fails twice", "rest:GET /AvailablePhoneNumbers/*", { status: 503 }, 2],
		[
			"the purchase is refused because somebody was quicker",
			"rest:POST /IncomingPhoneNumbers",
			{ status: 400, code: 21422 },
			1,
		],
		[
			"the purchase is lost before the carrier took it",
			"rest:POST /IncomingPhoneNumbers",
			{ dropBeforeAccept: true },
			1,
		],
		[
			"the carrier's answer to the purchase is lost",
			"rest:POST /IncomingPhoneNumbers",
			{ dropAfterAccept: true },
			1,
		],
	])("has one number in the end when %s", async (_, match, effect, times) => {
		const before = (await rented()).length;
		await mesh.network.setFaults([{ match, effect, times }]);
		const ext = String(110 + before);
		const created = await create(ext);
		expect(await settled(created.body.id)).toMatchObject({ status: "active" });
		expect(await rented()).toHaveLength(before + 1);
	});

	it("gives its number back at once when it is deleted with release", async () => {
		const { id, number } = await settled((await create("190")).body.id);
		expect((await api("DELETE", `/extensions/${id}?release=true`)).status).toBeLessThan(300);
		await until("the number to be given back", async () =>
			(await rented()).every(({ phone_number }) => phone_number !== number),
		);
	});
});

describe("the API's door", () => {
	it("is shut to whoever has no key, and says which scope a key lacks", async () => {
		expect((await fetch(`${mesh.url}/api/extensions`)).status).toBe(401);
		const { body } = await api<{ key: string }>("POST", "/keys", { name: "Reader", scopes: ["calls:read"] });
		const response = await fetch(`${mesh.url}/api/extensions`, {
			headers: { authorization: `Bearer ${body.key}` },
		});
		expect(response.status).toBe(403);
		expect(await response.text()).toContain("extensions:read");
	});

	it("lets the demo owner in with the password that npm start prints", async () => {
		const { email, password } = mesh.access;
		const signIn = (secret: string) =>
			fetch(`${mesh.url}/api/auth/sign-in/email`, {
				method: "POST",
				headers: { "content-type": "application/json", origin: mesh.url },
				body: JSON.stringify({ email, password: secret }),
			});
		expect((await signIn("wrong password")).status).toBe(401);
		const response = await signIn(password);
		expect(response.status).toBe(200);
		const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
		const me = await fetch(`${mesh.url}/api/me`, { headers: { cookie } });
		expect(await me.json()).toMatchObject({ email, role: "owner" });
	});
});
