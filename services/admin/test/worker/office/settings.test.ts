import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const get = async <Body>(path: string) => expectJson<Body>(await callApi(path, { key }), 200);

async function lastChange(action: string): Promise<AuditEvent | undefined> {
	const { items } = await get<Page<AuditEvent>>("/api/audit?limit=200");
	return items.find((event) => event.action === action);
}

describe("settings", () => {
	it("refuse one of our own numbers for emergencies: its calls would go round in a circle", async () => {
		const body = { fallbackNumber: "(800) 555-0100" };
		const refused = await callApi("/api/settings", { key, body, method: "PUT" });
		const { detail } = await expectJson<{ detail: string }>(refused, 400);
		expect(detail).toContain("circle");
	});

	it.each([
		[{ fallbackNumber: "+18765550199" }, "Jamaica"],
		[{ callCountries: ["US", "XX"] }, "XX is no country"],
		[{ callCountries: ["usa"] }, "two letters"],
		[{ personTextsPerHour: 0 }, "1"],
	])("refuse %j", async (body, words) => {
		const refused = await callApi("/api/settings", { key, body, method: "PUT" });
		expect(JSON.stringify(await expectJson(refused, 400))).toContain(words);
	});

	it("take back the whole object, keep what is not mentioned, and follow the installer until then", async () => {
		const env = { COMPANY_NAME: "Acme Corp", COMPANY_GREETING: "Hello." };
		const read = async () =>
			expectJson<Record<string, unknown>>(await callApi("/api/settings", { key, env }), 200);
		const write = (body: unknown) => callApi("/api/settings", { key, env, body, method: "PUT" });
		const first = await read();
		expect(first).toMatchObject({ companyName: "Acme Corp", greeting: "Hello.", fallbackNumber: null });
		expect(await expectJson(await write(first), 200)).toEqual(first);
		expect(await lastChange("settings.update")).toBeUndefined();

		const next = { ...first, hoursText: "9 to 5", fallbackNumber: "(415) 555-0151", isAssistantOn: false };
		const stored = { ...next, fallbackNumber: "+14155550151", version: 2 };
		expect(await expectJson(await write(next), 200)).toEqual(stored);
		expect(await read()).toEqual(stored);
		expect(await expectJson(await write({ ringSeconds: 30, fallbackNumber: null }), 200)).toEqual({
			...stored,
			ringSeconds: 30,
			fallbackNumber: null,
			version: 3,
		});
		expect(await read()).toMatchObject({ hoursText: "9 to 5", ringSeconds: 30, fallbackNumber: null });
		expect(await lastChange("settings.update")).toMatchObject({
			before: { ringSeconds: 20, fallbackNumber: "+14155550151" },
			after: { ringSeconds: 30, fallbackNumber: null },
			actor: { kind: "key" },
		});
		// Untouched settings still follow the installer.
		const renamed = await callApi("/api/settings", { key, env: { COMPANY_NAME: "Acme Ltd" } });
		expect(await expectJson(renamed, 200)).toMatchObject({ companyName: "Acme Ltd" });
	});

	it("refuse what makes no sense, with the field", async () => {
		for (const body of [
			{ timeZone: "Mars/Olympus" },
			{ timeZone: "+02:00" },
			{ ringSeconds: 4 },
			{ fallbackNumber: "911" },
			{ fallbackNumber: "+19005550100" },
			{ companyName: "" },
			{ auditRetentionDays: 1 },
			{ nonsense: true },
		]) {
			const response = await callApi("/api/settings", { key, method: "PUT", body });
			expect(response.status, JSON.stringify(body)).toBe(400);
		}
	});

	it("are written down by an owner once, and by nobody else", async () => {
		const init = (options: Parameters<typeof callApi>[1]) =>
			callApi("/api/init-db", { method: "POST", ...options });
		const { initialised } = await expectJson<{ initialised: string[] }>(await init({ key }), 200);
		expect(initialised).toContain("timeZone");
		expect(initialised).not.toContain("hoursText");
		expect(await expectJson(await init({ key }), 200)).toEqual({ initialised: [] });
		await giveUser({ email: "admin@acme.example", role: "admin" });
		expect((await init({ cookie: await signIn("admin@acme.example") })).status).toBe(403);
	});
});
