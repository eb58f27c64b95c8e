import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimCompany, patient } from "../set-up/claim-company.ts";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";
import { openWatchedPage } from "../set-up/open-watched-page.ts";

let opened: OpenMesh;
let page: Page;
let faults: string[];

beforeAll(async () => {
	opened = await openMesh();
	({ page, faults } = await openWatchedPage(opened, { expected: /400/, height: 1400 }));
	await claimCompany(page, opened.mesh);
}, 90_000);

afterAll(() => opened?.close());

it("chooses how to be told, and is told of a call that nobody took", async () => {
	const { mesh } = opened;
	await page.goto(`${mesh.url}/settings/notices`);
	const missed = page.getByLabel("Missed calls");
	await missed.waitFor(patient);
	expect(await missed.inputValue()).toBe("none");
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

async function stored(choices: object): Promise<void> {
	await page.waitForFunction(async (wanted) => {
		const saved = (await (await fetch("/api/me/notices")).json()) as Record<string, unknown>;
		return Object.entries(wanted).every(([name, value]) => saved[name] === value);
	}, choices);
}

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
