import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";
import { watchPage } from "../set-up/watch-page.ts";

/** An owner chooses e-mail, a caller gives up, and the outbox beside the phones has the notice. */

const owner = { name: "Olive Park", email: "olive@acme.example", password: "a long enough secret" };
const patient = { timeout: 20_000 };
const faults: string[] = [];

let opened: OpenMesh;
let page: Page;

beforeAll(async () => {
	opened = await openMesh();
	const { mesh, browser } = opened;
	page = await (
		await browser.newContext({ viewport: { width: 1280, height: 1400 }, locale: "en-US" })
	).newPage();
	const report = (fault: string) => void faults.push(fault);
	await watchPage(page, { report, own: [mesh.url], expected: /400/ });
	await page.goto(`${mesh.url}/claim`);
	await page.getByLabel("Setup Code").fill(mesh.access.setupCode);
	await page.getByLabel("Your Name").fill(owner.name);
	await page.getByLabel("Email").fill(owner.email);
	await page.getByLabel("Password", { exact: true }).fill(owner.password);
	await page.getByRole("button", { name: "Become Owner", exact: true }).click();
	await page.getByRole("heading", { level: 1, name: "Overview", exact: true }).waitFor(patient);
}, 90_000);

afterAll(() => opened?.close());

it("chooses how to be told, and is told of a call that nobody took", async () => {
	const { mesh } = opened;
	await page.goto(`${mesh.url}/settings/notices`);
	const missed = page.getByLabel("Missed calls");
	await missed.waitFor(patient);
	expect(await missed.inputValue()).toBe("none");
	// By default an owner hears of what does not work.
	expect(await page.getByLabel("Numbers in trouble").inputValue()).toBe("email");
	await missed.selectOption({ label: "Text" });
	await page.getByText("You have no telephone here, so nothing arrives.").waitFor(patient);
	await missed.selectOption({ label: "E-mail" });
	await page.getByText("You have no telephone here").waitFor({ state: "detached" });
	await page.getByRole("switch", { name: /At Night Too/ }).check();
	await stored({ missedCall: "email", atNight: true });
	await page.reload();
	await missed.waitFor(patient);
	expect(await missed.inputValue()).toBe("email");
	expect(await page.getByRole("switch", { name: /At Night Too/ }).isChecked()).toBe(true);
	expect(await page.evaluate(() => window.shifted)).toBe(0);

	await giveUp("+14155550199", "+18005550100");
	await page.goto(`${mesh.url}/simulator/emails/`);
	await page.getByRole("heading", { name: "Simulated E-Mails" }).waitFor(patient);
	await page.getByRole("heading", { name: "Missed call from (415) 555-0199" }).waitFor({ timeout: 45_000 });
	expect(await page.getByRole("article").count()).toBe(1);
	await page.getByText(`${mesh.url}/settings/notices`).first().waitFor();
	expect(faults).toEqual([]);
}, 90_000);

/** Waits until the server has these choices. */
async function stored(choices: object): Promise<void> {
	await page.waitForFunction(async (wanted) => {
		const saved = (await (await fetch("/api/me/notices")).json()) as Record<string, unknown>;
		return Object.entries(wanted).every(([name, value]) => saved[name] === value);
	}, choices);
}

/** Somebody calls, hears the menu, and hangs up. */
async function giveUp(from: string, to: string): Promise<void> {
	const control = async (path: string, body: object = {}) => {
		const response = await fetch(`${opened.mesh.url}/simulator/control${path}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		});
		return (await response.json()) as { sid: string; heard: string[] };
	};
	const { sid } = await control("/calls", { from, to });
	await page.waitForFunction(async (call) => {
		const shown = (await (await fetch(`/simulator/control/calls/${call}`)).json()) as { heard: string[] };
		return shown.heard.length > 0;
	}, sid);
	await control(`/calls/${sid}/hangup`);
}
