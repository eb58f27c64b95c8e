import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { PhoneNetwork } from "../../mesh/set-up/phone-network.ts";
import { claimCompany, owner, patient } from "../set-up/claim-company.ts";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";
import { openWatchedPage, type WatchedPage } from "../set-up/open-watched-page.ts";
import { closeSockets } from "../set-up/watch-page.ts";

/** Each step needs the steps before it. */

const agent = { name: "Nora Park", email: "nora@acme.example", password: "another long secret" };

let opened: OpenMesh;
let mesh: Mesh;
let network: PhoneNetwork;
let context: BrowserContext;
let page: Page;
let invitationLink = "";
const allFaults: string[][] = [];

beforeAll(async () => {
	opened = await openMesh();
	({ mesh } = opened);
	network = new PhoneNetwork(mesh.url);
	({ context, page } = await openPage());
});

afterAll(() => opened?.close());

afterEach(() => expect(allFaults.flatMap((faults) => faults.splice(0))).toEqual([]));

async function openPage(): Promise<WatchedPage> {
	const watched = await openWatchedPage(opened, {
		expected: /401/,
		alsoAsks: ["blob:"],
		permissions: ["clipboard-read", "clipboard-write"],
	});
	allFaults.push(watched.faults);
	return watched;
}

const heading = (name: string, on = page) => on.getByRole("heading", { level: 1, name, exact: true });
const menu = (on = page) => on.getByRole("navigation", { name: "Main" });
const list = (name: string, on = page) => on.getByRole("list", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const button = (name: string) => page.getByRole("button", { name, exact: true });

async function openSettings(name: string): Promise<void> {
	await menu().getByRole("link", { name: "Settings" }).click();
	await page
		.getByRole("region", { name: "List" })
		.getByRole("link", { name: new RegExp(`^${name}`) })
		.click();
}

it("is claimed with the set-up code by its first owner", async () => {
	await claimCompany(page, mesh);
});

it("gets an extension, which becomes active though the news are cut off", async () => {
	await network.setFaults([
		{ match: "rest:POST /IncomingPhoneNumbers", effect: { delayMs: 3000 }, times: 1 },
	]);
	await menu().getByRole("link", { name: "Extensions" }).click();
	await list("Extensions")
		.getByRole("link", { name: /Jane Smith/ })
		.waitFor(patient);
	await button("New Extension…").click();
	await expect.poll(() => dialog().getByLabel("Keys").inputValue(), patient).toBe("104");
	await dialog().getByLabel("Name").fill(agent.name);
	await dialog().getByLabel("Department").fill("Sales");
	await dialog().getByLabel("Email", { exact: true }).fill(agent.email);
	await dialog().getByLabel("Rings At").fill("(415) 555-0154");
	await dialog().getByLabel("Area Code").fill("212");
	await dialog().getByText("Numbers near 212").waitFor(patient);
	await dialog()
		.getByText(/^\(212\)/)
		.first()
		.waitFor(patient);
	await button("Create Extension").click();
	const row = list("Extensions").getByRole("link", { name: /Nora Park/ });
	await row.getByText("Getting a Number").waitFor(patient);
	const before = await page.evaluate(() => window.shifted);
	await closeSockets(page);
	await row.getByText("Active").waitFor(patient);
	await row.getByText(/104 · \(212\) .* · rings \(415\) 555-0154/).waitFor(patient);
	expect(await page.evaluate(() => window.shifted)).toBe(before);

	await row.click();
	await heading(agent.name).waitFor(patient);
	await page.getByLabel("Department").fill("Billing");
	await button("Save").click();
	await page.getByText("Nora Park is saved.").waitFor(patient);
});

it("says what each number does, and that all are in order", async () => {
	await menu().getByRole("link", { name: "Extensions" }).click();
	await page.getByRole("link", { name: "Numbers", exact: true }).click();
	const main = list("Numbers").getByRole("listitem").filter({ hasText: "main line" });
	await main.getByText("(800) 555-0100").waitFor(patient);
	await main.getByText("Plays the menu").waitFor(patient);
	await list("Numbers").getByText("Rings Nora Park").waitFor(patient);
	await button("Check Now").click();
	await page.getByText("All Numbers Are in Order").waitFor(patient);
});

it("invites an agent by a link that is shown once", async () => {
	await openSettings("People");
	await button("Invite…").click();
	await dialog().getByLabel("Email", { exact: true }).fill(agent.email);
	await dialog().getByLabel("Extension", { exact: true }).selectOption("104");
	await button("Make Invitation").click();
	const link = dialog().getByLabel("Invitation Link");
	await link.waitFor(patient);
	invitationLink = await link.inputValue();
	expect(invitationLink).toContain("/invitation#");
	await button("Copy").click();
	await button("Copied").waitFor(patient);
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(invitationLink);
	await button("Done").click();
	const row = list("People").getByRole("listitem").filter({ hasText: agent.email });
	await row.getByText("Invited").waitFor(patient);
});

it("shows the agent only what is the agent's own", async () => {
	const { context: second, page: theirs } = await openPage();
	await theirs.goto(invitationLink);
	await theirs.getByText(`${owner.name} invites you as an agent.`).waitFor(patient);
	await theirs.getByLabel("Your Name").fill(agent.name);
	await theirs.getByLabel("Password", { exact: true }).fill(agent.password);
	await theirs.getByRole("button", { name: "Join" }).click();
	await heading("Overview", theirs).waitFor(patient);
	expect(await menu(theirs).getByRole("link", { name: "Extensions" }).count()).toBe(0);
	await menu(theirs).getByRole("link", { name: "Voicemail" }).click();
	await theirs.getByText("Messages for your extension (104)").waitFor(patient);
	await theirs.goto(`${mesh.url}/settings/people`);
	await theirs.getByText("Only an owner or an admin may see this page.").waitFor(patient);
	expect(await theirs.getByRole("link", { name: "Audit Log" }).count()).toBe(0);
	await theirs.goto(`${mesh.url}/extensions`);
	await theirs.getByText("Not Yours to See").waitFor(patient);
	await second.close();
});

it("makes the agent an admin", async () => {
	const row = list("People").getByRole("listitem").filter({ hasText: agent.email });
	await page.goto(`${mesh.url}/settings/people`);
	await row.getByRole("button", { name: "Agent", exact: true }).click(patient);
	await row.getByRole("button", { name: /^Admin/ }).click();
	await page.getByText("Nora Park is an admin now.").waitFor(patient);
	await row.getByRole("button", { name: "Admin", exact: true }).waitFor(patient);
});

it("makes a key that may do what was chosen, until it is revoked", async () => {
	await openSettings("API Keys");
	await button("New Key…").click();
	await dialog().getByLabel("Name").fill("Wallboard");
	await button("Make Key").click();
	const secret = dialog().getByLabel("API Key", { exact: true });
	await secret.waitFor(patient);
	const key = await secret.inputValue();
	await button("Done").click();
	const ask = async (method: string) => {
		const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
		const body = method === "POST" ? JSON.stringify({ kind: "local" }) : undefined;
		return (await fetch(`${mesh.url}/api/numbers`, { method, headers, body })).status;
	};
	expect([await ask("GET"), await ask("POST")]).toEqual([200, 403]);
	const row = list("API keys").getByRole("listitem").filter({ hasText: "Wallboard" });
	await row.getByText(/never used|last used/).waitFor(patient);
	await row.getByRole("button", { name: "Revoke…" }).click();
	await button("Revoke Key").click();
	await row.waitFor({ state: "detached", ...patient });
	expect(await ask("GET")).toBe(401);
});

it("opts a number out, and lifts it with a sentence that stays in the ledger", async () => {
	await openSettings("Opt-Outs");
	await button("Opt Out a Number…").click();
	await dialog().getByLabel("Number").fill("(415) 555-0177");
	await dialog().getByLabel("Reason").fill("Asked on the phone.");
	await button("Opt Out").click();
	await list("Opted-out numbers")
		.getByRole("link", { name: /555-0177/ })
		.click(patient);
	await page.getByText("Opted Out", { exact: true }).waitFor(patient);
	await button("Lift Opt-Out…").click();
	await dialog().getByLabel("Reason").fill("Called on 12 May and asked for texts again.");
	await button("Lift Opt-Out").click();
	await page.getByText("May Be Texted", { exact: true }).waitFor(patient);
	await page.getByText("Called on 12 May and asked for texts again.").waitFor(patient);
	await page.getByText("Asked on the phone.").waitFor(patient);
});

it("tells all of it in the audit log", async () => {
	await openSettings("Audit Log");
	const told = list("Changes");
	await told.waitFor(patient);
	for (const sentence of [
		/set the system up/,
		/created the extension 104 Nora Park/,
		/changed department of extension 104 Nora Park/,
		/invited nora@acme\.example/,
		/Nora Park accepted an invitation/,
		/changed role of Nora Park/,
		/made the API key Wallboard/,
		/revoked/,
		/opted out/,
		/lifted the opt-out/,
	])
		await told.getByText(sentence).first().waitFor(patient);
	await page.getByLabel("Thing").selectOption("key");
	await expect.poll(() => told.getByRole("listitem").count(), patient).toBe(2);
	expect(page.url()).toContain("targetKind=key");
	await told.getByText("Details").first().click();
	const [download] = await Promise.all([page.waitForEvent("download"), button("Export").click()]);
	expect(download.suggestedFilename()).toBe("audit.csv");
});

it("moves nothing once a page is there", async () => {
	const paths = ["/extensions", "/extensions?show=numbers"];
	const names = ["people", "keys", "opt-outs", "audit"];
	for (const path of [...paths, ...names.map((name) => `/settings/${name}`)]) {
		await page.goto(`${mesh.url}${path}`);
		await expect.poll(() => page.locator("main .bones").count(), patient).toBe(0);
		await page.waitForLoadState("networkidle");
		expect(await page.evaluate(() => window.shifted), path).toBe(0);
	}
	await context.close();
});
