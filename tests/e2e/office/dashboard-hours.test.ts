import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { useOffice } from "../set-up/use-office.ts";

interface Hours {
	week: Record<string, [string, string][]>;
	exceptions: { name: string; from: string; to: string; intervals: [string, string][] }[];
	holidays: { country: string | null; names: string[] };
	override: { state: string; until: string } | null;
	closed: { greeting: string | null; then: string; extension?: string };
}

const office = useOffice();

beforeAll(async () => {
	await office.api("PUT", "/settings", { timeZone: "America/New_York" });
});

const readHours = () => office.api<Hours>("GET", "/hours");
const decide = (at: string) =>
	office.api<{ isOpen: boolean; because: string | null; until: string | null }>("GET", `/hours/now?at=${at}`);
const save = async (page: Page) => {
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await page.getByText("Saved", { exact: true }).waitFor();
};

it("saves the week, an exception, holidays and what callers get while closed", async () => {
	const olivia = await office.open(office.owner, "/settings");
	await olivia.getByRole("link", { name: /^Hours/ }).click();
	await olivia.getByRole("radio", { name: "By the Week" }).check();
	const friday = olivia.getByRole("group", { name: "Friday" });
	await friday.getByLabel("Friday to").fill("12:00");
	await friday.getByRole("button", { name: "Add Hours" }).click();
	await friday.getByLabel("Friday to").last().fill("00:00");
	await olivia.getByRole("group", { name: "Saturday" }).getByRole("button", { name: "Add Hours" }).click();

	await olivia.getByRole("button", { name: "Add Exception…" }).click();
	const sheet = olivia.getByRole("dialog", { name: "Add Exception" });
	await sheet.getByRole("button", { name: "Add", exact: true }).click();
	await sheet.getByText("A name is needed").waitFor();
	await sheet.getByLabel("Name").fill("Stocktaking");
	await sheet.getByLabel("First day").fill("2026-12-28");
	await sheet.getByLabel("Last day").fill("2026-12-30");
	await sheet.getByRole("button", { name: "Add", exact: true }).click();
	await sheet.waitFor({ state: "detached" });

	await olivia.getByLabel("Holidays of").selectOption({ label: "United States" });
	await olivia.getByRole("checkbox", { name: /Columbus Day/ }).uncheck();
	await olivia.getByLabel("Closed greeting").fill("We are closed.");
	await olivia.getByLabel("Then callers get").selectOption({ label: "A voicemail box" });
	await olivia.getByLabel("Voicemail of").selectOption("101");
	await save(olivia);

	const { week, exceptions, holidays, closed } = await readHours();
	expect(week.friday).toEqual([
		["09:00", "12:00"],
		["13:00", "24:00"],
	]);
	expect(week.saturday).toEqual([["09:00", "17:00"]]);
	expect(exceptions).toMatchObject([
		{ name: "Stocktaking", from: "2026-12-28", to: "2026-12-30", intervals: [] },
	]);
	expect(holidays.country).toBe("US");
	expect(holidays.names).toContain("Christmas Day");
	expect(holidays.names).not.toContain("Columbus Day");
	expect(closed).toMatchObject({ greeting: "We are closed.", then: "voicemail", extension: "101" });
	expect(await decide("2026-12-07T21:59:59Z")).toMatchObject({ isOpen: true });
	expect(await decide("2026-12-07T22:00:00Z")).toMatchObject({ isOpen: false, because: null });
	expect(await decide("2026-12-25T17:00:00Z")).toMatchObject({ isOpen: false, because: "Christmas Day" });
	expect(await decide("2026-12-29T17:00:00Z")).toMatchObject({ isOpen: false, because: "Stocktaking" });
});

it("names what is wrong at its day, and saves nothing of it", async () => {
	const before = await readHours();
	const olivia = await office.open(office.owner, "/settings/hours");
	const monday = olivia.getByRole("group", { name: "Monday" });
	await monday.getByLabel("Monday to").fill("08:00");
	await olivia.getByRole("button", { name: "Save", exact: true }).click();
	await monday.getByText("The end comes after the start.").waitFor();
	expect(await readHours()).toEqual(before);
	await olivia.getByRole("button", { name: "Discard", exact: true }).click();
	await expect.poll(() => monday.getByLabel("Monday to").inputValue()).toBe("17:00");
});

it("closes and opens with one press on the overview, and takes it back", async () => {
	await office.api("PUT", "/hours", { week: {}, exceptions: [], holidays: { country: null, names: [] } });
	const olivia = await office.open(office.owner, "/");
	await olivia.getByRole("button", { name: "Close for Today" }).click();
	await olivia.getByText(/until midnight: by hand/).waitFor();
	expect((await readHours()).override).toMatchObject({ state: "closed" });
	await olivia.getByRole("button", { name: "Undo Close" }).click();
	await olivia.getByRole("button", { name: "Close for Today" }).waitFor();
	expect((await readHours()).override).toBeNull();

	await olivia.getByRole("button", { name: "Close Until…" }).click();
	await olivia.getByRole("button", { name: "Close for 1 Hour" }).click();
	await olivia.getByRole("button", { name: "Follow the Hours Again" }).click();
	await olivia.getByRole("button", { name: "Close for Today" }).waitFor();
	expect((await readHours()).override).toBeNull();
});

it("shows an override of somebody else at once, and its end by itself", async () => {
	const olivia = await office.open(office.owner, "/");
	await olivia.getByRole("button", { name: "Close for Today" }).waitFor();
	const until = new Date(Date.now() + 5000).toISOString();
	await office.api("PUT", "/hours", { override: { state: "closed", until } });
	await olivia.getByRole("button", { name: "Follow the Hours Again" }).waitFor();
	await olivia.getByRole("button", { name: "Close for Today" }).waitFor();
	expect((await readHours()).override).toBeNull();
});

it("offers an agent nothing of it", async () => {
	const ana = await office.open(office.agent, "/");
	await ana.getByRole("heading", { name: "Needs Attention" }).waitFor();
	expect(await ana.getByText("Opening Hours").count()).toBe(0);
});
