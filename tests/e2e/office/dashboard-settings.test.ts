import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { eventually } from "../set-up/eventually.ts";
import { useOffice } from "../set-up/use-office.ts";

const mainLine = "+18005550100";
const hostile = '<img src=x onerror="document.title=1"><b>Acme</b> &amp; {{name}}';

const isConflict = (fault: string) => fault.includes("409");
const office = useOffice(isConflict);
let callers = 0;

beforeAll(async () => {
	await office.phones.setSpeed(5);
});

const details = (page: Page) => page.getByRole("region", { name: "Details" });
const greeting = (page: Page) => page.getByRole("textbox", { name: "Greeting" });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const dial = () => office.phones.dial(`+1415555${String(7000 + ++callers)}`, mainLine);
const readSettings = () => office.api<Record<string, unknown>>("GET", "/settings");

it("says a new greeting to the next caller, and shows it to whoever looks at the page", async () => {
	const olivia = await office.open(office.owner, "/settings/greeting");
	const other = await office.open(office.owner, "/settings/greeting");
	await greeting(other).waitFor();
	await greeting(olivia).waitFor();
	expect(await save(olivia).isDisabled()).toBe(true);
	await greeting(olivia).fill(`We have moved. ${hostile}`);
	await details(olivia).locator("blockquote").getByText(hostile).waitFor();
	await save(olivia).click();
	await olivia.getByText("Saved", { exact: true }).waitFor();
	await expect.poll(() => greeting(other).inputValue()).toBe(`We have moved. ${hostile}`);
	const call = await dial();
	await call.expectHears(`We have moved. ${hostile} If you know your party's extension`);
	await call.hangUp();
	expect(await olivia.title()).toContain("Greeting");
});

it("keeps what is not saved, over other pages and a reload, until it is discarded", async () => {
	const before = (await readSettings()).greeting;
	const olivia = await office.open(office.owner, "/settings/greeting");
	await greeting(olivia).fill("Closed on Friday.");
	await olivia.getByRole("link", { name: /^Facts/ }).click();
	await olivia.getByRole("textbox", { name: "Opening hours" }).waitFor();
	await olivia.getByRole("link", { name: /^Greeting Not saved yet/ }).waitFor();
	await olivia.reload();
	await olivia.getByRole("link", { name: /^Greeting Not saved yet/ }).click();
	await expect.poll(() => greeting(olivia).inputValue()).toBe("Closed on Friday.");
	await olivia.getByRole("button", { name: "Discard", exact: true }).click();
	await expect.poll(() => greeting(olivia).inputValue()).toBe(before);
	await olivia.getByRole("button", { name: "Undo Discard" }).click();
	await expect.poll(() => greeting(olivia).inputValue()).toBe("Closed on Friday.");
	expect((await readSettings()).greeting).toBe(before);
});

it("shows both values when two save at once, and saves the chosen one", async () => {
	const olivia = await office.open(office.owner, "/settings/greeting");
	await greeting(olivia).fill("Mine.");
	// Another person saves a moment earlier.
	await olivia.route("**/api/settings", async (route) => {
		if (route.request().method() === "PUT" && (await readSettings()).greeting !== "Theirs.") {
			await office.api("PUT", "/settings", { greeting: "Theirs." });
		}
		await route.continue();
	});
	await save(olivia).click();
	const conflict = olivia.getByRole("group", { name: "Greeting" });
	await conflict.getByText("Theirs.").waitFor();
	await conflict.getByText("Mine.").waitFor();
	expect((await readSettings()).greeting).toBe("Theirs.");
	expect(await save(olivia).isDisabled()).toBe(true);
	await conflict.getByRole("button", { name: "Keep Mine" }).click();
	await olivia.unroute("**/api/settings");
	await save(olivia).click();
	await olivia.getByText("Saved", { exact: true }).waitFor();
	expect((await readSettings()).greeting).toBe("Mine.");

	const other = await office.open(office.owner, "/settings/greeting");
	await greeting(olivia).fill("Olivia’s.");
	await greeting(other).fill("The other’s.");
	await save(other).click();
	await olivia.getByRole("button", { name: "Use Theirs" }).click();
	await expect.poll(() => greeting(olivia).inputValue()).toBe("The other’s.");
});

it("saves beside somebody who changes another page", async () => {
	const olivia = await office.open(office.owner, "/settings/facts");
	await olivia.getByRole("textbox", { name: "Facts" }).fill(hostile);
	await office.api("PUT", "/settings", { ringSeconds: 25 });
	await save(olivia).click();
	await olivia.getByText("Saved", { exact: true }).waitFor();
	expect(await readSettings()).toMatchObject({ factsText: hostile, ringSeconds: 25 });
});

it("names what is wrong at its field, and shows a hostile name as text", async () => {
	const olivia = await office.open(office.owner, "/settings/calls");
	await olivia.getByLabel("Ring a person for").fill("90");
	await olivia.getByLabel("Emergency number").fill("415 555");
	await save(olivia).click();
	await olivia.getByText("A whole number from 5 to 60.").waitFor();
	await olivia.getByRole("button", { name: "Discard", exact: true }).click();
	await olivia.getByRole("link", { name: /^Company/ }).click();
	const name = olivia.getByRole("textbox", { name: "Company name" });
	await name.press("ControlOrMeta+a");
	await name.pressSequentially(hostile);
	await save(olivia).click();
	await olivia.getByRole("navigation", { name: "Main" }).getByText(hostile).waitFor();
	await olivia.getByText(`Thank you for calling ${hostile}.`).waitFor();
	expect(await olivia.locator("main img").count()).toBe(0);
});

it("says what keeping less deletes before it is saved", async () => {
	await office.newConversation("Is this an old text?");
	const database = await office.mesh.miniflare.getD1Database("DB", "cloudpbx-admin");
	await database.prepare("UPDATE messages SET created_at = created_at - 40 * 86400000").run();
	const olivia = await office.open(office.owner, "/settings/retention");
	await olivia.getByLabel("Texts").selectOption("365");
	await olivia.getByText("Nothing is older today.").waitFor();
	await olivia.getByLabel("Texts").selectOption("30");
	await olivia.getByText("Saving deletes 2 texts older than 30 days.").waitFor();
	await save(olivia).click();
	const alert = olivia.getByRole("alertdialog", { name: "Save and Delete What Is Older?" });
	await alert.getByRole("button", { name: "Cancel" }).click();
	expect((await readSettings()).textRetentionDays).toBe(0);
	await save(olivia).click();
	await alert.getByRole("button", { name: "Save and Delete" }).click();
	await olivia.getByText("Saved", { exact: true }).waitFor();
	expect((await readSettings()).textRetentionDays).toBe(30);
});

it("switches the assistant off for callers and texters at once", async () => {
	const olivia = await office.open(office.owner, "/settings/assistant");
	await olivia.getByRole("switch", { name: /^Assistant/ }).click();
	await olivia.getByText("Every text waits for a person in the inbox.").waitFor();
	await expect.poll(async () => (await readSettings()).isAssistantOn).toBe(false);
	const call = await dial();
	await call.expectWaitsFor("digits");
	await call.press("0");
	await call.expectHears("The receptionist is not available.");
	await call.hangUp();
	await office.text("+14155557999", "Are you open?");
	await eventually(async () => {
		const { items } = await office.api<{ items: { from: string }[] }>("GET", "/conversations?filter=waiting");
		return items.some(({ from }) => from === "+14155557999");
	}).toBe(true);
});

it("is found, changed and saved by the keyboard alone", async () => {
	const olivia = await office.open(office.owner, "/");
	await olivia.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
	await olivia.keyboard.press("Control+,");
	await olivia.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
	await olivia.keyboard.press("Control+k");
	await olivia.getByRole("combobox").fill("facts");
	await olivia.getByRole("option", { name: /^Settings: Facts/ }).waitFor();
	await olivia.keyboard.press("Enter");
	const hours = olivia.getByRole("textbox", { name: "Opening hours" });
	await hours.waitFor();
	await tabTo(olivia, "setting-hoursText");
	await olivia.keyboard.press("ControlOrMeta+a");
	await olivia.keyboard.type("Always.");
	await tabTo(olivia, "Save");
	await olivia.keyboard.press("Enter");
	await olivia.getByText("Saved", { exact: true }).waitFor();
	expect((await readSettings()).hoursText).toBe("Always.");
});

it("says what Twilio has against a number's texts, as soon as it is asked again", async () => {
	const verification = `/verifications/${mainLine}`;
	const olivia = await office.open(office.owner, "/settings/registration");
	const verified = olivia.getByRole("listitem").filter({ hasText: "Toll-Free Verification" });
	await verified.getByText("Approved").waitFor();
	const rejectionReason = `The website shows no opt-in. ${hostile}`;
	await office.phones.send("PUT", verification, { status: "TWILIO_REJECTED", rejectionReason });
	try {
		await olivia.getByRole("button", { name: "Check Again" }).click();
		await verified.getByText(rejectionReason).waitFor();
		await verified.getByText("Rejected", { exact: true }).waitFor();
		const next = olivia.getByRole("link", { name: "Open Active Numbers at Twilio" });
		expect(await next.getAttribute("href")).toMatch(/^https:\/\/console\.twilio\.com\//);
	} finally {
		await office.phones.send("PUT", verification, { status: "TWILIO_APPROVED" });
	}
	await olivia.getByRole("button", { name: "Check Again" }).click();
	await verified.getByText("Approved").waitFor();
});

it("shows an agent the own account with its sessions, and who is not to be texted", async () => {
	const ana = await office.open(office.agent, "/settings");
	const second = await office.open(office.agent, "/settings/you");
	await ana.getByRole("link", { name: /^Your Account/ }).click();
	const links = ana.getByRole("region", { name: "List" }).getByRole("link");
	expect((await links.allTextContents()).map((text) => text.trim().split(/\s{2,}|\n/)[0])).toEqual([
		expect.stringMatching(/^Your Account/),
		expect.stringMatching(/^Notices/),
		expect.stringMatching(/^Opt-Outs/),
	]);
	await ana.getByText("This Browser").first().waitFor();
	await ana.getByRole("button", { name: "End Session" }).first().click();
	await ana.getByText("The session has ended.").waitFor();
	await second.close();
	await ana.goto(`${office.mesh.url}/settings/greeting`);
	await ana.getByText("Only an owner or an admin may see this page.").waitFor();
});

async function tabTo(page: Page, wanted: string): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press("Tab");
		const found = await page.evaluate(
			(name) => [document.activeElement?.id, document.activeElement?.textContent?.trim()].includes(name),
			wanted,
		);
		if (found) return;
	}
	throw new Error(`The keyboard does not come to ${wanted}.`);
}
