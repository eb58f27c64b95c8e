import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { type Mesh, startMesh } from "@cloudpbx/local/start-mesh";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { PhoneNetwork } from "../mesh/phone-network.ts";
import { openBrowser } from "./open-browser.ts";

/** Calls, voicemail, analytics and the overview, as people use them on the mesh. */

const mainLine = "+18005550100";
const ana = "+14155550199";
const janesPhone = "+14155550151";
const hostileWords = '<img src=x onerror="alert(1)"> call <b>me</b> back';

let mesh: Mesh;
let network: PhoneNetwork;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[] = [];
const dataFolder = mkdtempSync(join(tmpdir(), "cloudpbx-calls-"));

beforeAll(async () => {
	mesh = await startMesh({ port: await freePort(), dataFolder });
	network = new PhoneNetwork(mesh.url);
	await network.setSpeed(5);
	browser = await openBrowser();
});

afterAll(async () => {
	await browser?.close();
	await mesh?.stop();
	rmSync(dataFolder, { recursive: true, force: true });
});

beforeEach(async () => {
	faults = [];
	context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	page = await context.newPage();
	await page.addInitScript(watchPage);
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("console", (message) => {
		const isOfNetwork = /401|ERR_INTERNET_DISCONNECTED|WebSocket/.test(message.text());
		if (message.type() === "error" && !isOfNetwork) faults.push(message.text());
	});
	page.on("request", (request) => {
		const isOurs = [mesh.url, "blob:"].some((beginning) => request.url().startsWith(beginning));
		if (!isOurs) faults.push(`asks elsewhere: ${request.url()}`);
	});
});

afterEach(async () => {
	faults.push(...(await page.evaluate(() => window.violations)));
	await context.close();
	expect(faults).toEqual([]);
});

declare global {
	interface Window {
		violations: string[];
		shifts: number;
		sockets: WebSocket[];
	}
}

/** Keeps what the browser forbade, how far the page moved by itself, and its sockets, to be cut. */
function watchPage(): void {
	window.violations = [];
	window.shifts = 0;
	window.sockets = [];
	document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
		window.violations.push(violatedDirective);
	});
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & {
			value: number;
			hadRecentInput: boolean;
		})[]) {
			if (!entry.hadRecentInput) window.shifts += entry.value;
		}
	}).observe({ type: "layout-shift", buffered: true });
	window.WebSocket = new Proxy(WebSocket, {
		construct(target, args: [string]) {
			const socket = new target(...args);
			window.sockets.push(socket);
			return socket;
		},
	});
}

const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const menu = () => page.getByRole("navigation", { name: "Main" });
const list = (name: string) => page.getByRole("list", { name, exact: true });
const details = () => page.getByRole("region", { name: "Details" });

async function signIn(
	path: string,
	person: { email: string; password: string } = mesh.access,
): Promise<void> {
	await page.goto(`${mesh.url}${path}`);
	await page.getByLabel("Email").fill(person.email);
	await page.getByLabel("Password", { exact: true }).fill(person.password);
	await page.getByRole("button", { name: "Sign In" }).click();
}

async function hangUpInMenu(from: string): Promise<void> {
	const call = await network.dial(from, mainLine);
	await call.expectWaitsFor("digits");
	await call.hangUp();
	await call.expectEnds();
}

/** Dials an extension whose person declines, and leaves a message. */
async function leaveMessage(from: string, keys: string, forwardTo: string, words: string): Promise<void> {
	const call = await network.dial(from, mainLine);
	await call.expectWaitsFor("digits");
	await call.press(keys);
	const leg = await call.expectRings(forwardTo);
	await network.send("POST", `/calls/${leg.sid}/reject`, {});
	await call.leaveMessage(6, words);
	await call.expectEnds();
}

it("shows a call as it goes, what it came to, and its voicemail, which is then heard", async () => {
	await signIn("/calls");
	await page.getByText("No Calls").waitFor();
	const call = await network.dial(ana, mainLine);
	const row = list("Calls").getByRole("link", { name: /555-0199/ });
	await row.getByText("In the menu").waitFor();
	await row.getByRole("timer").waitFor();
	await row.click();
	await call.expectWaitsFor("digits");
	await call.press("101");
	await details().getByText("Put through to Jane Smith").waitFor();
	const leg = await call.expectRings(janesPhone);
	await network.send("POST", `/calls/${leg.sid}/reject`, {});
	await details().getByText("At the voicemail of Jane Smith").waitFor();
	await call.leaveMessage(6, hostileWords);
	await call.expectEnds();
	await details()
		.getByText(/Voicemail: Jane Smith was busy, then a message of 6 sec\./)
		.waitFor();
	await details().getByRole("button", { name: "Play" }).waitFor();
	await details().getByText(hostileWords).waitFor();

	await menu().getByRole("link", { name: "Voicemail" }).click();
	await list("Voicemail")
		.getByRole("link", { name: /Unread/ })
		.click();
	await details().getByText("Not yet").waitFor();
	await page.keyboard.press(" ");
	await details().getByRole("button", { name: "Pause" }).waitFor();
	await details().getByText(`By ${mesh.access.name}`).waitFor();
	expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe(
		"Voicemail from (415) 555-0199",
	);
	await menu().getByRole("link", { name: "Calls" }).click();
	await page.getByRole("complementary", { name: "Now playing" }).getByText("Voicemail from").waitFor();
	await menu().getByRole("link", { name: "Voicemail" }).click();
	await list("Voicemail")
		.getByRole("link", { name: /555-0199/ })
		.click();
	await details().getByRole("button", { name: "Mark Unheard" }).click();
	await list("Voicemail")
		.getByRole("link", { name: /Unread/ })
		.waitFor();
});

it("misses nothing of what happened while the socket was cut", async () => {
	await signIn("/calls?outcome=missed");
	await page.getByText("No Such Calls").waitFor();
	await context.setOffline(true);
	await page.evaluate(() => {
		for (const socket of window.sockets) socket.close();
	});
	await page.getByText(/offline|not connected/i).waitFor();
	await hangUpInMenu("+14155550153");
	await hangUpInMenu("+14155550154");
	await context.setOffline(false);
	await list("Calls")
		.getByRole("link", { name: /555-0154/ })
		.waitFor();
	expect(await list("Calls").getByRole("link").count()).toBe(2);
});

it("leads from a figure to as many calls as it says", async () => {
	await signIn("/analytics");
	await page.getByRole("heading", { name: "3 calls in 7 days, none in the 7 days before" }).waitFor();
	const figure = page.locator("dl > div", { hasText: "Missed" }).getByRole("link");
	const missed = Number(await figure.textContent());
	expect(missed).toBe(2);
	await figure.click();
	await heading("Calls").waitFor();
	await expect.poll(() => list("Calls").getByRole("link").count()).toBe(missed);
	await page.goBack();

	const chart = page.getByRole("figure", { name: "Calls a Day" });
	await chart.getByRole("group", { name: /Arrow keys/ }).focus();
	await page.keyboard.press("End");
	await chart.getByRole("status").getByText("so far").waitFor();
	await chart
		.getByRole("status")
		.getByRole("link", { name: /^Voicemail/ })
		.click();
	await heading("Calls").waitFor();
	await expect.poll(() => list("Calls").getByRole("link").count()).toBe(1);
});

it("says on the overview what waits, and moves nothing once it is there", async () => {
	await signIn("/");
	await page.getByRole("link", { name: /1 voicemail is unheard/ }).waitFor();
	await page.getByRole("link", { name: /^3\s*Calls/ }).waitFor();
	for (const path of ["/", "/calls", "/voicemail", "/analytics"]) {
		await page.goto(`${mesh.url}${path}`);
		await expect.poll(() => page.locator("main .bones").count()).toBe(0);
		await page.waitForLoadState("networkidle");
		expect(await page.evaluate(() => window.shifts), path).toBe(0);
	}
});

it("lets an agent hear the voicemail of the own extension alone", async () => {
	const agent = { name: "Sam Lee", email: "sam@acme.example", password: "a long enough password" };
	await invite({ ...agent, extension: "102" });
	await signIn("/voicemail", agent);
	await page.getByText("Messages for your extension, 102").waitFor();
	await leaveMessage("+14155550177", "102", "+14155550152", "For Sam.");
	await leaveMessage("+14155550178", "101", janesPhone, "For Jane.");
	await page.reload();
	const rows = list("Voicemail").getByRole("link");
	await rows.filter({ hasText: "555-0177" }).waitFor();
	expect(await rows.count()).toBe(1);
	expect(await menu().getByRole("link", { name: "Calls" }).count()).toBe(0);
	await page.goto(`${mesh.url}/calls`);
	await page.getByText("Not Yours to See").waitFor();
	await page.goto(`${mesh.url}/`);
	await page.getByRole("link", { name: /1 voicemail is unheard/ }).waitFor();
	expect(await page.getByText("Today").count()).toBe(0);
});

async function invite(agent: { name: string; email: string; password: string; extension: string }) {
	const send = async (path: string, body: object) => {
		const response = await fetch(`${mesh.url}/api${path}`, {
			method: "POST",
			headers: {
				authorization: `Bearer ${mesh.access.apiKey}`,
				"content-type": "application/json",
				origin: mesh.url,
			},
			body: JSON.stringify(body),
		});
		expect(response.ok, await response.clone().text()).toBe(true);
		return (await response.json()) as { link?: string; token?: string };
	};
	const { email, extension, name, password } = agent;
	const { link = "" } = await send("/invitations", { email, role: "agent", extension });
	await send("/invitations/accept", { token: new URL(link).hash.slice(1), name, password });
}
