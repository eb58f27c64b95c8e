import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { useDashboard } from "../set-up/use-dashboard.ts";

// Each try to connect fails while a test is offline.
const dashboard = useDashboard({ expected: /401|ERR_INTERNET_DISCONNECTED/ });
const { signIn } = dashboard;
let mesh: Mesh;
let context: BrowserContext;
let page: Page;

beforeAll(() => {
	({ mesh } = dashboard);
});

beforeEach(() => {
	({ context, page } = dashboard);
});

const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const menu = () => page.getByRole("navigation", { name: "Main" });

it("leads to the sign-in and back to the page that was asked for", async () => {
	await page.goto(`${mesh.url}/calls?outcome=answered`);
	await page.getByLabel("Email").fill(mesh.access.email);
	await page.getByLabel("Password", { exact: true }).fill("a wrong password");
	await page.getByRole("button", { name: "Sign In" }).click();
	await page.getByRole("alert").getByText("wrong").waitFor();
	await page.getByLabel("Password", { exact: true }).fill(mesh.access.password);
	await page.getByRole("button", { name: "Sign In" }).click();
	await heading("Calls").waitFor();
	expect(page.url()).toBe(`${mesh.url}/calls?outcome=answered`);
});

it("opens on an overview whose figures lead to their lists", async () => {
	await signIn("/");
	await heading("Overview").waitFor();
	await page
		.getByRole("main")
		.getByRole("link", { name: /Missed$/ })
		.click();
	await heading("Calls").waitFor();
	expect(new URL(page.url()).searchParams.get("outcome")).toBe("missed");
	await page.getByText("No Such Calls").waitFor();
});

it("changes pages without loading documents, with the keyboard at the new heading", async () => {
	await signIn("/extensions");
	await heading("Extensions").waitFor();
	await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
	for (const name of ["Inbox", "Calls", "Voicemail", "Campaigns", "Settings"]) {
		await menu().getByRole("link", { name }).click();
		await heading(name).waitFor();
		await page.waitForFunction(() => document.activeElement?.tagName === "H1");
		expect(await page.title()).toContain(name);
	}
	await page.goBack();
	await heading("Campaigns").waitFor();
	await page.keyboard.press("g");
	await page.keyboard.press("e");
	await heading("Extensions").waitFor();
	expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
});

it("keeps the page when the session ends, and goes on after the sign-in", async () => {
	await signIn("/extensions");
	await page.getByRole("listitem").getByText("Jane Smith").waitFor();
	await context.clearCookies();
	await menu().getByRole("link", { name: "Calls" }).dispatchEvent("click");
	const dialog = page.getByRole("dialog", { name: "Sign In Again" });
	await dialog.getByLabel("Password").fill(mesh.access.password);
	await dialog.getByRole("button", { name: "Sign In" }).click();
	await page.getByText("No Calls").waitFor();
	expect(await page.getByRole("dialog").count()).toBe(0);
});

it("finds pages and numbers by the keyboard alone", async () => {
	await signIn("/extensions");
	await heading("Extensions").waitFor();
	await page.keyboard.press("Control+k");
	const field = page.getByRole("combobox");
	await field.fill("camp");
	await field.press("Enter");
	await heading("Campaigns").waitFor();
	await page.keyboard.press("Control+k");
	await field.fill("415 555 0199");
	await page.getByRole("option", { name: "Calls with (415) 555-0199" }).click();
	await heading("Calls").waitFor();
	expect(page.url()).toContain("number=%2B14155550199");
});

it("says that the network is lost, and that it is back", async () => {
	await signIn("/extensions");
	await heading("Extensions").waitFor();
	await context.setOffline(true);
	await page.getByText(/offline|not connected/i).waitFor();
	await context.setOffline(false);
	await page.getByText(/offline|not connected/i).waitFor({ state: "detached" });
});

it("has a tab bar on a phone, and leads to the simulated phones from anywhere else", async () => {
	await signIn("/extensions");
	const phones = page.getByRole("link", { name: "Simulated Phones" });
	expect(await phones.getAttribute("href")).toBe(`${mesh.url}/simulator/`);
	await page.setViewportSize({ width: 390, height: 844 });
	await menu().getByRole("link", { name: "Inbox" }).click();
	await heading("Inbox").waitFor();
	expect(await menu().getByRole("link").count()).toBe(5);
});

it("says plainly that there is no such page", async () => {
	await signIn("/no-such-page");
	await heading("Not Found").waitFor();
});
