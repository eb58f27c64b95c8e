import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { PhoneNetwork } from "../../mesh/set-up/phone-network.ts";
import { eventually } from "../set-up/eventually.ts";
import { useDashboard } from "../set-up/use-dashboard.ts";
import { closeSockets } from "../set-up/watch-page.ts";

const mainLine = "+18005550100";
const janesPhone = "+14155550151";
const omarsPhone = "+14155550152";
/** Slow enough for key presses on a busy machine. */
const unhurriedSpeed = 2;
const hurriedSpeed = 20;
const hostileWords = '<img src=x onerror="alert(1)"> call <b>me</b> back';

const dashboard = useDashboard();
const { signIn } = dashboard;
let mesh: Mesh;
let network: PhoneNetwork;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	({ mesh, network } = dashboard);
	await network.setSpeed(unhurriedSpeed);
});

beforeEach(() => {
	({ context, page } = dashboard);
});

const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const menu = () => page.getByRole("navigation", { name: "Main" });
const list = (name: string) => page.getByRole("list", { name, exact: true });
const details = () => page.getByRole("region", { name: "Details" });
const moments = () => list("What happened").locator(".calls-title").allTextContents();

async function hangUpInMenu(from: string): Promise<void> {
	const call = await network.dial(from, mainLine);
	await call.expectWaitsFor("digits");
	await call.hangUp();
	await call.expectEnds();
}

async function hurry(wait: () => Promise<unknown>): Promise<void> {
	await network.setSpeed(hurriedSpeed);
	await wait();
	await network.setSpeed(unhurriedSpeed);
}

async function leaveMessage(from: string, keys: string, forwardTo: string, words: string): Promise<void> {
	const call = await network.dial(from, mainLine);
	await call.expectWaitsFor("digits");
	await call.press(keys);
	const leg = await call.expectRings(forwardTo);
	await network.send("POST", `/calls/${leg.sid}/reject`, {});
	await call.leaveMessage(6, words);
	await hurry(() => call.expectEnds());
}

it("shows a call as it goes, what it came to, and its voicemail, which is then heard", async () => {
	await signIn("/calls");
	await heading("Calls").waitFor();
	const call = await network.dial("+14155550199", mainLine);
	const row = list("Calls").getByRole("link").first();
	await row.getByText("555-0199").waitFor();
	await row.getByText("In the menu").waitFor();
	await row.getByRole("timer").waitFor();
	await row.click();
	await call.expectWaitsFor("digits");
	await call.press("101");
	await details().getByText("Put through to Jane Smith").waitFor();
	await details().getByRole("timer").waitFor();
	const leg = await call.expectRings(janesPhone);
	await network.send("POST", `/calls/${leg.sid}/reject`, {});
	await details().getByText("At the voicemail of Jane Smith").waitFor();
	await call.leaveMessage(6, hostileWords);
	await hurry(() => call.expectEnds());
	await details()
		.getByText(/Voicemail: Jane Smith was busy, then a message of 6 sec\./)
		.waitFor();
	await details().getByRole("button", { name: "Play" }).waitFor();
	await details().getByText(hostileWords).waitFor();

	await menu().getByRole("link", { name: "Voicemail" }).click();
	await list("Voicemail")
		.getByRole("link", { name: /Unread.*555-0199/ })
		.click();
	await details().getByText(hostileWords).waitFor();
	await details().getByText("Not heard yet").waitFor();
	await page.keyboard.press(" ");
	await details().getByRole("button", { name: "Pause" }).waitFor();
	await details().getByText(`Heard by ${mesh.access.name}`).waitFor();
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
		.getByRole("link", { name: /Unread.*555-0199/ })
		.waitFor();
});

it("tells of each telephone how long it rang and why nobody was reached", async () => {
	const missed = await network.dial("+14155550161", mainLine);
	await missed.expectWaitsFor("digits");
	await missed.press("177");
	await missed.expectHears("1 7 7 is not an extension");
	await missed.expectWaitsFor("digits");
	await missed.press("101");
	await missed.expectRings(janesPhone);
	await hurry(() => missed.expectHears("Jane Smith is not available."));
	await missed.expectWaitsFor("record");
	await missed.hangUp();
	await missed.expectEnds();
	const answered = await network.dial("+14155550162", mainLine);
	await answered.expectWaitsFor("digits");
	await answered.press("102");
	const leg = await answered.expectRings(omarsPhone);
	await leg.take();
	await answered.hangUp();
	await answered.expectEnds();

	await signIn("/calls");
	await list("Calls")
		.getByRole("link", { name: /555-0161/ })
		.click();
	await details()
		.getByText(/^Missed: rang Jane Smith \d+ sec, then no message\.$/)
		.waitFor();
	await eventually(moments).toContain("Call ended");
	expect(await moments()).toEqual([
		"Call came in",
		"Heard the menu",
		"Pressed 177",
		"177 is no extension",
		"Heard the menu again",
		"Pressed 101",
		"Rang Jane Smith",
		"Asked for a message for Jane Smith",
		"Left no message",
		"Call ended",
	]);
	await details()
		.getByText(/^For \d+ sec, nobody answered$/)
		.waitFor();
	await list("Calls")
		.getByRole("link", { name: /555-0162/ })
		.click();
	await details()
		.getByText(/^Answered: .+ picked up after \d+ sec and talked for \d+ sec\.$/)
		.waitFor();
});

it("misses nothing of what happened while the socket was cut", async () => {
	await signIn("/calls?outcome=missed&number=%2B14155550153");
	await page.getByText("No Such Calls").waitFor();
	await eventually(() => page.evaluate(() => window.sockets.length)).toBeGreaterThan(0);
	await context.setOffline(true);
	await closeSockets(page);
	await page.getByText(/offline|not connected/i).waitFor();
	await hangUpInMenu("+14155550153");
	await hangUpInMenu("+14155550153");
	await context.setOffline(false);
	await eventually(() => list("Calls").getByRole("link").count()).toBe(2);
	await page.getByText(/offline|not connected/i).waitFor({ state: "detached" });
});

it("leads from a figure to as many calls as it says", async () => {
	await hangUpInMenu("+14155550163");
	await leaveMessage("+14155550164", "101", janesPhone, "Hello.");
	await signIn("/analytics");
	const figure = page.locator("dl > div", { hasText: "Missed" }).getByRole("link");
	const missed = Number(await figure.textContent());
	expect(missed).toBeGreaterThan(0);
	await figure.click();
	await heading("Calls").waitFor();
	await eventually(() => list("Calls").getByRole("link").count()).toBe(missed);
	await page.goBack();

	const chart = page.getByRole("figure", { name: /^Calls a day/ });
	await chart.getByRole("group", { name: /Arrow keys/ }).focus();
	await page.keyboard.press("End");
	await chart.getByRole("status").getByText("so far").waitFor();
	const voicemail = chart.getByRole("status").getByRole("link", { name: /^Voicemail/ });
	const left = Number((await voicemail.textContent())?.replace(/\D/g, ""));
	expect(left).toBeGreaterThan(0);
	await voicemail.click();
	await heading("Calls").waitFor();
	await eventually(() => list("Calls").getByRole("link").count()).toBe(left);
	await page.goBack();

	await page.getByRole("radio", { name: "Missed" }).check({ force: true });
	const week = page.getByRole("figure", { name: /misses most/ });
	const most = Number(/(\d+) missed/.exec((await week.getByRole("heading").textContent()) ?? "")?.[1]);
	await week.getByText("Table").click();
	await week
		.getByRole("link", { name: String(most), exact: true })
		.first()
		.click();
	await heading("Calls").waitFor();
	await eventually(() => list("Calls").getByRole("link").count()).toBe(most);
});

it("says on the overview what waits, and how many calls came today", async () => {
	await leaveMessage("+14155550165", "101", janesPhone, "Hello again.");
	await signIn("/");
	await page.getByRole("link", { name: /voicemails? (is|are) unheard/ }).waitFor();
	const calls = page.getByRole("link", { name: /^\d+\s*Calls$/ });
	const count = Number.parseInt((await calls.textContent()) ?? "", 10);
	await calls.click();
	await heading("Calls").waitFor();
	await eventually(() => list("Calls").getByRole("link").count()).toBe(count);
});

it("lets an agent hear the voicemail of the own extension alone", async () => {
	const agent = { name: "Sam Lee", email: "sam@acme.example", password: "a long enough password" };
	await invite({ ...agent, extension: "102" });
	await signIn("/voicemail", agent);
	await page.getByText("Messages for your extension (102)").waitFor();
	await leaveMessage("+14155550178", "101", janesPhone, "For Jane.");
	await leaveMessage("+14155550177", "102", omarsPhone, "For Sam.");
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
