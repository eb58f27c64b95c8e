import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";

let mesh: TestMesh;

beforeAll(async () => {
	mesh = await startTestMesh();
});

afterAll(() => stopTestMesh(mesh));

it.each([
	"/",
	"/inbox/conv_1",
	"/calls/call_1",
	"/voicemail/vm_1",
	"/campaigns/new",
	"/settings/people",
	"/sign-in",
	"/no-such-page",
])("serves the dashboard at %s, under a policy that lets nothing in", async (path) => {
	const response = await fetch(`${mesh.url}${path}`, { headers: { accept: "text/html" } });
	expect(response.status).toBe(200);
	expect(await response.text()).toContain('<div id="app">');
	const policy = response.headers.get("content-security-policy") ?? "";
	for (const rule of [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		"frame-ancestors 'none'",
		"base-uri 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types lit-html",
	]) {
		expect(policy.split("; "), rule).toContain(rule);
	}
	expect(policy).not.toMatch(/unsafe|https?:|\*/);
	expect(response.headers.get("x-content-type-options")).toBe("nosniff");
	expect(response.headers.get("referrer-policy")).toBe("no-referrer");
	expect(response.headers.get("permissions-policy")).toContain("microphone=(self)");
});

it.each(["/simulator/", "/api/docs", "/sign-in"])(
	"serves %s to no frame, as what it says it is",
	async (path) => {
		const { status, headers } = await fetch(`${mesh.url}${path}`, { headers: { accept: "text/html" } });
		expect(status).toBe(200);
		const policy = headers.get("content-security-policy")?.split("; ");
		for (const rule of [
			"default-src 'none'",
			"style-src 'self'",
			"base-uri 'none'",
			"frame-ancestors 'none'",
		]) {
			expect(policy, rule).toContain(rule);
		}
		expect(policy?.join()).not.toMatch(/unsafe|https?:|\*/);
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("x-frame-options")).toBe("DENY");
		expect(headers.get("referrer-policy")).toBe("no-referrer");
	},
);

it("lets browsers keep what has its contents in its name, and nothing else", async () => {
	const page = await (await fetch(`${mesh.url}/`)).text();
	const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
	const asset = await fetch(`${mesh.url}${script}`);
	expect(asset.headers.get("content-type")).toContain("javascript");
	expect(asset.headers.get("cache-control")).toContain("immutable");
	expect((await fetch(`${mesh.url}/`)).headers.get("cache-control")).not.toContain("immutable");
});
