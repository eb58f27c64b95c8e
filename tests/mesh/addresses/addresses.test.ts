import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

let mesh: TestMesh;

beforeAll(async () => {
	mesh = await startTestMesh();
});
afterAll(() => stopTestMesh(mesh));

const pages = [
	"/",
	"/inbox",
	"/inbox/x",
	"/calls",
	"/calls/status",
	"/voicemail",
	"/voicemail/vm_x",
	"/voicemail/101/recorded",
	"/ivr",
	"/sms",
	"/settings/people",
];

describe("which Worker an address belongs to", () => {
	it.each(pages)(
		"GET %s is the dashboard's page, asked for by a browser or by anything else",
		async (path) => {
			for (const headers of [{ "sec-fetch-mode": "navigate" }, {}]) {
				const response = await fetch(`${mesh.url}${path}`, { headers });
				expect(response.status).toBe(200);
				expect(response.headers.get("content-type")).toContain("text/html");
				expect(await response.text()).toContain("<title>CloudPBX</title>");
			}
		},
	);

	it.each([
		"/ivr/inbound",
		"/ivr/status",
		"/ivr/voicemail/101/recorded",
		"/ivr/unknown",
		"/sms/inbound",
		"/sms/unknown",
	])("%s needs the carrier's signature, by either method", async (path) => {
		for (const method of ["GET", "POST"]) {
			const response = await fetch(`${mesh.url}${path}`, { method });
			expect(response.status).toBe(403);
			expect(await response.text()).not.toContain("<html");
		}
	});

	it("/api and /simulator have their own Workers, also where they have nothing", async () => {
		expect((await fetch(`${mesh.url}/api/health`)).status).toBe(200);
		const unknown = await fetch(`${mesh.url}/api/unknown`);
		expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
		const phones = await fetch(`${mesh.url}/simulator/`);
		expect(await phones.text()).not.toContain("<title>CloudPBX</title>");
	});
});
