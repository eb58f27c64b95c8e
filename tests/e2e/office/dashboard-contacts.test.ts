import { readFile } from "node:fs/promises";
import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { PhoneNetwork } from "../../mesh/set-up/phone-network.ts";
import { useDashboard } from "../set-up/use-dashboard.ts";

const mainLine = "+18005550100";
const carolsPhone = "+14155550153";

const dashboard = useDashboard();
const { signIn } = dashboard;
let mesh: Mesh;
let network: PhoneNetwork;
let page: Page;

beforeAll(() => {
	({ mesh, network } = dashboard);
});

beforeEach(() => {
	({ page } = dashboard);
});

const list = (name: string) => page.getByRole("list", { name, exact: true });
const details = () => page.getByRole("region", { name: "Details" });
const button = (name: string) => page.getByRole("button", { name, exact: true });

function text(from: string, body: string): Promise<unknown> {
	return network.send("POST", "/messages", { from, to: mainLine, body });
}

const file = `First Name,Last Name,Mobile,Company,E-mail,Labels
Carol,Díaz,(415) 555-0153,Acme Tools,carol@acme.example,"VIP, Wholesale"
Sam,Reed,415-555-0172,Reed Plumbing,,Wholesale
No,Number,,,,
`;

it("come from a file, are found, changed, named in the inbox and saved as a file", async () => {
	await signIn("/contacts");
	await page.getByRole("heading", { name: "No Contacts Yet" }).waitFor();

	await button("Import…").click();
	await page.setInputFiles("dialog input[type=file]", {
		name: "contacts.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(file),
	});
	await page.getByText("There is no number in this row.").waitFor();
	await button("Import 2 Contacts").click();
	await page.getByRole("heading", { name: "Imported" }).waitFor();
	const refused = page.waitForEvent("download");
	await button("Save Lines Not Taken").click();
	expect(await readFile(await (await refused).path(), "utf8")).toContain(
		"4,There is no number in this row.,No",
	);
	await button("Done").click();
	await list("Contacts").getByText("Carol Díaz").waitFor();

	await page.getByLabel("Search contacts").fill("acme");
	await expect.poll(() => list("Contacts").getByRole("link").count()).toBe(1);
	await page.getByLabel("Search contacts").fill("");
	await expect.poll(() => list("Contacts").getByRole("link").count()).toBe(2);
	await page.getByLabel("Tag", { exact: true }).selectOption("VIP");
	await expect.poll(() => list("Contacts").getByRole("link").count()).toBe(1);

	await list("Contacts").getByRole("link").click();
	await details().getByText("carol@acme.example").waitFor();
	await button("Edit").click();
	await details().getByLabel("Notes").fill("Takes the blue door.");
	await details().getByLabel("Name", { exact: true }).fill("Caroline Díaz");
	await button("Save").click();
	await details().getByText("Takes the blue door.").waitFor();
	await list("Contacts").getByText("Caroline Díaz").waitFor();

	await page.mouse.move(1000, 10);
	const changed = await fetch(`${mesh.url}/api/contacts/${encodeURIComponent(carolsPhone)}`, {
		method: "PUT",
		headers: { authorization: `Bearer ${mesh.access.apiKey}`, "content-type": "application/json" },
		body: JSON.stringify({ company: "Blue Door Tools" }),
	});
	expect(changed.status).toBe(200);
	await details().getByText("Blue Door Tools").waitFor();

	await text(carolsPhone, "Is the blue door open?");
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /Inbox/ }).click();
	await list("Conversations").getByText("Caroline Díaz").click();
	await page.getByRole("heading", { level: 2, name: "Caroline Díaz" }).waitFor();

	await page.goto(`${mesh.url}/contacts/${encodeURIComponent(carolsPhone)}`);
	await list("Timeline").getByText("Is the blue door open?").waitFor();
	const saved = page.waitForEvent("download");
	await button("Export CSV").click();
	const csv = await readFile(await (await saved).path(), "utf8");
	expect(csv.split("\r\n")[0]).toBe("\uFEFFnumber,name,company,email,tags,notes,timeZone,state");
	expect(csv).toContain(
		'+14155550153,Caroline Díaz,Blue Door Tools,carol@acme.example,"VIP, Wholesale",Takes the blue door.,,',
	);
});

it("are made of a number that texted, and erased again", async () => {
	await text("+14155550188", "Do you open on Sundays?");
	await signIn("/inbox");
	await list("Conversations").getByText("555-0188").click();
	await page
		.getByRole("complementary", { name: "Facts" })
		.getByRole("button", { name: "Add Contact" })
		.click();
	await page.getByLabel("Name", { exact: true }).fill("Nia Okafor");
	await button("Add Contact").click();
	await page.getByRole("heading", { level: 2, name: "Nia Okafor" }).waitFor();
	await button("Erase…").click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Erase Contact" }).click();
	await page.getByText("Nia Okafor is erased.").waitFor();
	await expect.poll(() => list("Contacts").getByText("Nia Okafor").count()).toBe(0);
});
