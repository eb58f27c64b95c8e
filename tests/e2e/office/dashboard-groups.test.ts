import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { claimCompany, patient } from "../set-up/claim-company.ts";
import { type OpenMesh, openMesh } from "../set-up/open-mesh.ts";
import { openWatchedPage } from "../set-up/open-watched-page.ts";

/** Each step needs the steps before it. */

interface Extension {
	id: string;
	ext: string;
	alsoRing: string[];
}

let opened: OpenMesh;
let mesh: Mesh;
let page: Page;
let faults: string[];

beforeAll(async () => {
	opened = await openMesh();
	({ mesh } = opened);
	// The API would buy a number for the group.
	await mesh.database
		.prepare(
			`INSERT INTO extensions (id, kind, ext, name, members, status, created_at, updated_at)
				VALUES ('ext_110', 'group', '110', 'Showroom', '["ext_101","ext_102"]', 'active', 0, 0)`,
		)
		.run();
	({ page, faults } = await openWatchedPage(opened, { expected: /400/, alsoAsks: ["blob:"], height: 1400 }));
	await claimCompany(page, mesh);
});

afterAll(() => opened?.close());

afterEach(() => expect(faults.splice(0)).toEqual([]));

const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const row = (name: RegExp) =>
	page.getByRole("list", { name: "Extensions", exact: true }).getByRole("link", { name });
const members = () => page.getByRole("list", { name: "Members, in their order" }).getByRole("listitem");
const namesOf = async () =>
	(await members().locator(".row-title").allTextContents()).map((name) => name.trim());

async function readExtension(keys: string): Promise<Extension | undefined> {
	const { items } = await page.evaluate(
		async () => (await fetch("/api/extensions")).json() as Promise<{ items: Extension[] }>,
	);
	return items.find(({ ext }) => ext === keys);
}

it("stands in one list with people", async () => {
	await page.goto(`${mesh.url}/extensions`);
	await row(/Jane Smith/).waitFor(patient);
	await row(/Showroom/)
		.getByText(/110 · no number · 2 members, all at once/)
		.waitFor(patient);
});

it("is made of people who are chosen by their names", async () => {
	await button("New Extension…").click();
	await dialog().getByRole("radio", { name: "Group" }).check();
	expect(await dialog().getByLabel("Email", { exact: true }).count()).toBe(0);
	await dialog().getByLabel("Name").fill("Front Office");
	await dialog().getByLabel("Keys").fill("120");
	await dialog().getByLabel("Add a member").selectOption({ label: "Sam Lee, 102" });
	await dialog().getByLabel("Add a member").selectOption({ label: "Jane Smith, 101" });
	await dialog().getByText("2 telephones ring at once; 10 are the most.").waitFor(patient);
	await dialog().getByLabel("Area Code").fill("212");
	await button("Create Group").click();
	await row(/Front Office/)
		.getByText("Active")
		.waitFor(patient);
	expect(await readExtension("120")).toMatchObject({
		kind: "group",
		members: ["102", "101"],
		forwardTo: null,
	});
});

it("has its members moved by the keyboard and by dragging", async () => {
	await row(/Front Office/).click();
	await heading("Front Office").waitFor(patient);
	await page.getByLabel("Add a member").selectOption({ label: "Ana Ruiz, 103" });
	expect(await namesOf()).toEqual(["Sam Lee", "Jane Smith", "Ana Ruiz"]);
	await button("Move Ana Ruiz Up").focus();
	await page.keyboard.press("Enter");
	expect(await namesOf()).toEqual(["Sam Lee", "Ana Ruiz", "Jane Smith"]);
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
		.toBe("Move Ana Ruiz Up");
	await page.keyboard.press("Enter");
	expect(await namesOf()).toEqual(["Ana Ruiz", "Sam Lee", "Jane Smith"]);
	await page.getByText("Ana Ruiz is number 1 of 3 members.").waitFor({ state: "attached" });
	await members().nth(2).dragTo(members().nth(0));
	expect(await namesOf()).toEqual(["Jane Smith", "Ana Ruiz", "Sam Lee"]);
	await button("Remove Ana Ruiz").click();
	await page.getByRole("radio", { name: "One After Another" }).check();
	await page.getByLabel("Rings For").fill("15");
	await page.getByLabel("Takes Calls").selectOption({ label: "Always" });
	await button("Save").click();
	await page.getByText("Front Office is saved.").waitFor(patient);
	expect(await readExtension("120")).toMatchObject({
		members: ["101", "102"],
		ringing: "in_order",
		ringSeconds: 15,
		hours: "always",
	});
});

it("refuses more than ten telephones, with the group's name, at the person who would be one too many", async () => {
	const phones = async (keys: string, from: number) => {
		const one = await readExtension(keys);
		const alsoRing = Array.from({ length: 4 }, (_, index) => `+1415555${from + index}`);
		await page.evaluate(
			([id, body]) =>
				fetch(`/api/extensions/${id}`, {
					method: "PUT",
					headers: { "content-type": "application/json" },
					body: body as string,
				}),
			[one?.id ?? "", JSON.stringify({ alsoRing })],
		);
	};
	await phones("101", 1160);
	await phones("102", 1170);
	await page.goto(`${mesh.url}/extensions`);
	await row(/Showroom/).click();
	await page.getByText("10 telephones ring at once; 10 are the most.").waitFor(patient);
	await page.getByLabel("Add a member").selectOption({ label: "Ana Ruiz, 103" });
	await button("Save").click();
	await page.getByText("Showroom is saved.").waitFor(patient);
	await page.goto(`${mesh.url}/extensions`);
	await row(/Ana Ruiz/).click();
	await page.getByLabel("Rings At").fill("(415) 555-0153");
	await button("Save").click();
	await page
		.getByText("Group 110 (Showroom) would ring 11 telephones at once, and 10 is the most.")
		.waitFor(patient);
	await button("Discard").click();
	await page.getByRole("link", { name: "Showroom" }).waitFor(patient);
});

it("adds and takes away a person's further telephones", async () => {
	await page.getByLabel("Rings At").fill("");
	await page.goto(`${mesh.url}/extensions`);
	await row(/Jane Smith/).click();
	await button("Remove Telephone 5").click();
	await button("Remove Telephone 4").click();
	await button("Add Telephone").click();
	await page.getByLabel("Also rings 4").fill("(415) 555-0199");
	await button("Save").click();
	await page.getByText("Jane Smith is saved.").waitFor(patient);
	expect((await readExtension("101"))?.alsoRing).toEqual(["+14155551160", "+14155551161", "+14155550199"]);
});

it("becomes the operator, until it is deactivated", async () => {
	await page.goto(`${mesh.url}/settings/calls`);
	await page.getByLabel("Operator").selectOption({ label: "120 Front Office" });
	await button("Save").click();
	const operator = () =>
		page.evaluate(
			async () => ((await (await fetch("/api/settings")).json()) as { operator: string }).operator,
		);
	await expect.poll(operator, patient).toBe("120");
	await page.goto(`${mesh.url}/extensions`);
	await row(/Front Office/).click();
	await button("Deactivate…").click();
	await dialog().getByText("Nobody is the operator then").waitFor(patient);
	await dialog().getByRole("button", { name: "Deactivate", exact: true }).click();
	await page.getByText(/Front Office is deactivated/).waitFor(patient);
	expect(await operator()).toBeNull();
});
