import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { eventually } from "../set-up/eventually.ts";
import { cutOff, useOffice } from "../set-up/use-office.ts";

interface Campaign {
	id: string;
	name: string;
	message: string;
	status: string;
	version: number;
	counts: Record<"total" | "queued" | "delivered" | "skipped" | "undelivered" | "failed", number>;
	replies: number;
}

const optedOut = "+14155559001";
const unreachable = "+14155558003";
const patience = { timeout: 45_000 };
/** Refused changes are logged; the bar of a lost network, and changed figures of a report, move the page. */
const isExpected = (fault: string) =>
	/status of (409|412)/.test(fault) || /: moves by itself: ([\d.]+ page$|0\.000)/.test(fault);

const office = useOffice(isExpected);

beforeAll(async () => {
	await office.network("PUT", "/clock", { speed: 10 });
});

const read = (id: string) => office.api<Campaign>("GET", `/campaigns/${id}`);
const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const message = (page: Page) => page.getByRole("textbox", { name: "Message" });
const lead = (page: Page) => page.locator(".campaigns-lead");
const figure = (page: Page, name: RegExp) => page.locator(".campaigns-bar").getByRole("link", { name });

function numbers(count: number, block: number): string[] {
	return Array.from({ length: count }, (_, index) => `+1415555${block + index}`);
}

async function makeDraft(count: number, block: number): Promise<string> {
	const { id } = await office.api<Campaign>("POST", "/campaigns", {
		name: "By Hand",
		message: "Acme: we are open on Sunday. Reply STOP to opt out.",
		recipients: numbers(count, block),
		quietHours: false,
		ratePerSecond: 2,
		draft: true,
	});
	return id;
}

async function textOf(download: Download): Promise<string> {
	return readFile(await download.path(), "utf8");
}

it("goes from a pasted list to a report whose figures are those of the API", async () => {
	await office.api("POST", "/opt-outs", { number: optedOut, reason: "Asked on the phone." });
	await office.network("PUT", `/phones/${unreachable}`, {
		onMessage: "undelivered",
		errorCode: 30003,
	});
	const people = numbers(20, 8000);
	const rows = people.map((number, index) => `${number},Person ${index},"Town; ${index}"`);
	const page = await office.open(office.owner, "/campaigns");
	await page.getByRole("link", { name: "New Campaign" }).click();
	await page.getByLabel("Name").fill("Spring Sale");
	await page
		.getByLabel(/Or paste/)
		.fill(
			[
				"Mobile,First Name,Town",
				...rows,
				"=1+1,<b>Bad</b>,x",
				`${people[3]},Again,x`,
				`${optedOut},Out,x`,
			].join("\n"),
		);
	const columns = section(page, "Recipients").getByRole("combobox");
	await eventually(() => columns.count()).toBe(3);
	expect(await columns.first().inputValue()).toBe("number");
	await columns.last().selectOption("ignore");
	await page.getByRole("button", { name: "Use This List" }).click();
	await section(page, "Recipients").getByText("20 people will be texted, 3 of 23 are set aside.").waitFor();
	await page.waitForURL(/\/campaigns\/cmp_/);
	for (const reason of ["No telephone number", "Listed twice", "Opted out"])
		await section(page, "Recipients").getByText(reason, { exact: true }).waitFor();
	const [setAside] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "Save Set Aside as CSV" }).click(),
	]);
	expect(await textOf(setAside)).toContain("'=1+1,skipped");

	await message(page).fill("Hi , our “sale” starts.");
	await message(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(3, 3));
	await page.getByRole("button", { name: "First Name", exact: true }).click();
	await page.getByRole("button", { name: "Replace with Plain" }).click();
	await page.getByRole("button", { name: /^Add “Reply STOP/ }).click();
	await page.getByLabel("Without First Name").fill("there");
	await page
		.getByLabel("Text", { exact: true })
		.getByText('Hi Person 0, our "sale" starts. Reply STOP to opt out.')
		.waitFor();
	await page.getByRole("button", { name: "Next Recipient" }).click();
	await page.getByLabel("Text", { exact: true }).getByText("Hi Person 1,").waitFor();
	await page.getByText("Keep quiet hours").click();
	await page.getByLabel("Texts a second").fill("2");
	await section(page, "Review")
		.getByText(
			/^20 people, 1 text each, about \$[\d.]+, from \(800\) 555-0100, starts now, ends about .+; 3 are left out\.$/,
		)
		.waitFor();
	const id = idIn(page);
	await page.getByRole("button", { name: "Send to 20 People" }).click();

	await lead(page).getByText("Sending").waitFor(patience);
	await cutOff(page);
	await page.getByText(/offline|not connected/i).waitFor();
	await eventually(async () => (await read(id)).counts.queued).toBeLessThan(10);
	await page.context().setOffline(false);
	await lead(page).getByText("Completed").waitFor(patience);

	const { counts } = await read(id);
	expect(counts).toMatchObject({ total: 23, queued: 0, skipped: 3 });
	expect(counts.delivered + counts.undelivered + counts.failed).toBe(20);
	const shown: [RegExp, number][] = [
		[/^Delivered/, counts.delivered],
		[/^Not Delivered/, counts.undelivered + counts.failed],
		[/^Left Out/, counts.skipped],
		[/^To Come/, 0],
	];
	for (const [name, count] of shown)
		await eventually(() => figure(page, name).locator("strong").textContent()).toBe(String(count));
	expect(counts.undelivered).toBe(1);
	await page.getByText(/Carrier code 30003/).waitFor();
	expect(await office.received(optedOut)).toEqual([]);
	expect((await office.received(people[3] ?? "")).map(({ body }) => body)).toEqual([
		'Hi Person 3, our "sale" starts. Reply STOP to opt out.',
	]);

	await office.text(people[5] ?? "", "Yes");
	await page.getByRole("link", { name: /^1\s*Replies/ }).waitFor(patience);
	await page.getByRole("link", { name: /^1\s*Replies/ }).click();
	const rowsShown = page.getByRole("list", { name: "Recipients" }).getByRole("listitem");
	await eventually(() => rowsShown.count()).toBe(1);
	await page.getByRole("combobox", { name: "Show" }).selectOption("skipped");
	await eventually(() => rowsShown.count()).toBe(3);
	await page.getByPlaceholder("Number or field").fill("bad");
	await eventually(() => rowsShown.count()).toBe(1);
	await rowsShown.getByText("<b>Bad</b>").waitFor();
});

it("goes to the contacts who have a tag, and to none of the others", async () => {
	const people: [number: string, tags: string[]][] = [
		["+14155556001", ["vip"]],
		["+14155556002", ["vip", "away"]],
		["+14155556003", []],
		[optedOut, ["vip"]],
	];
	for (const [number, tags] of people) await office.api("POST", "/contacts", { number, name: "Robin", tags });
	const page = await office.open(office.owner, "/campaigns/new");
	await page.getByRole("button", { name: "Contacts with Tags…" }).click();
	const recipients = section(page, "Recipients");
	await recipients
		.getByRole("group", { name: "With any of these tags" })
		.last()
		.getByRole("checkbox", { name: "vip" })
		.check();
	await recipients.getByText("2 people will be texted, 1 of 3 are set aside.").waitFor(patience);
	await recipients
		.getByRole("group", { name: "But none of these" })
		.last()
		.getByRole("checkbox", { name: "away" })
		.check();
	await recipients.getByText("1 person will be texted, 1 of 2 are set aside.").waitFor(patience);
	await page.getByRole("button", { name: "Use These Contacts" }).click();
	await page.waitForURL(/\/campaigns\/cmp_/);
	await eventually(async () => (await read(idIn(page))).counts).toMatchObject({ total: 2, skipped: 1 });
	await recipients.getByText("1 person will be texted, 1 of 2 are set aside.").waitFor(patience);
});

it("pauses at once, goes on, and is cancelled after a question", async () => {
	const id = await makeDraft(30, 7000);
	const page = await office.open(office.owner, `/campaigns/${id}`);
	await page.getByRole("button", { name: "Send to 30 People" }).click();
	await page.getByRole("button", { name: "Pause" }).waitFor(patience);
	await eventually(async () => (await read(id)).counts.queued).toBeLessThan(28);
	await page.getByRole("button", { name: "Pause" }).click();
	await lead(page).getByText("Paused by Hand").waitFor(patience);
	const { queued } = (await read(id)).counts;
	await page.waitForTimeout(2000);
	expect(queued - (await read(id)).counts.queued).toBeLessThanOrEqual(1);
	await page.getByRole("button", { name: "Resume" }).click();
	await lead(page).getByText("Sending").waitFor(patience);
	await eventually(async () => (await read(id)).counts.queued).toBeLessThan(queued - 2);
	await page.getByRole("button", { name: "Cancel…" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Cancel Campaign" }).click();
	await lead(page).getByText("Cancelled", { exact: true }).waitFor(patience);
	await eventually(async () => (await read(id)).counts.queued).toBe(0);
	const { counts } = await read(id);
	await eventually(async () =>
		figure(page, /^Left Out/)
			.locator("strong")
			.textContent(),
	).toBe(String(counts.skipped));

	await page.getByRole("button", { name: "Duplicate as Draft" }).click();
	await section(page, "Review").waitFor(patience);
	expect(idIn(page)).not.toBe(id);
	expect((await read(idIn(page))).counts.total).toBe(30);
});

it("keeps what two people write: different things both, the same thing after a choice", async () => {
	const id = await makeDraft(2, 6000);
	const page = await office.open(office.owner, `/campaigns/${id}`);
	await message(page).waitFor();
	const change = async (plan: object) =>
		office.api("PUT", `/campaigns/${id}`, { ...plan, version: (await read(id)).version });
	await change({ name: "Renamed" });
	await message(page).fill("Mine. Reply STOP to opt out.");
	await eventually(async () => (await read(id)).message).toBe("Mine. Reply STOP to opt out.");
	expect((await read(id)).name).toBe("Renamed");

	await message(page).fill("Mine again. Reply STOP to opt out.");
	await change({ message: "Theirs. Reply STOP to opt out." });
	const conflict = page.getByRole("alert").filter({ hasText: "Somebody Else Changed This" });
	await conflict.getByText("Theirs. Reply STOP to opt out.").waitFor(patience);
	expect((await read(id)).message).toBe("Theirs. Reply STOP to opt out.");
	await conflict.getByRole("button", { name: "Keep Yours" }).click();
	await eventually(async () => (await read(id)).message).toBe("Mine again. Reply STOP to opt out.");
	await page.reload();
	await eventually(() => message(page).inputValue()).toBe("Mine again. Reply STOP to opt out.");
});

it("tells an agent who may see campaigns", async () => {
	const page = await office.open(office.agent, "/campaigns");
	await page.getByText("Not Yours to See").waitFor();
	await page.getByText(/An owner can change your role/).waitFor();
});
