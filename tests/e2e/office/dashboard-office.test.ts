import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { eventually } from "../set-up/eventually.ts";
import { useOffice } from "../set-up/use-office.ts";

const mainLine = "+18005550100";
const nuisance = "+14155550188";
const closedGreeting = "We are closed. We are back in the morning.";
const soonMilliseconds = 60_000;

const isConflict = (fault: string) => fault.includes("409");
const office = useOffice(isConflict);

beforeAll(async () => {
	await office.phones.setSpeed(5);
});

interface List {
	items: { number?: string; then: string }[];
}
const blocked = async () => (await office.api<List>("GET", "/blocklist")).items;
const outcomes = async () => {
	const path = `/calls?number=${encodeURIComponent(nuisance)}`;
	const { items } = await office.api<{ items: { outcome: string | null }[] }>("GET", path);
	return items.map(({ outcome }) => outcome);
};
const details = (page: Page) => page.getByRole("region", { name: "Details" });
const phone = (page: Page) => page.getByRole("region", { name: "Phone" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

it("blocks a caller from the page of a call, with Undo, and shows it in the thread", async () => {
	const call = await office.phones.dial(nuisance, mainLine);
	await call.expectWaitsFor("digits");
	await call.hangUp();
	await eventually(outcomes).toEqual(["abandoned"]);

	const olivia = await office.open(office.owner, "/calls");
	await olivia.getByRole("link", { name: /555-0188/ }).click();
	await press(olivia, "Block Caller");
	await olivia.getByText("(415) 555-0188 is blocked.").waitFor();
	expect(await blocked()).toEqual([{ number: nuisance, then: "reject" }]);
	await press(olivia, "Undo Block");
	await details(olivia).getByRole("button", { name: "Block Caller" }).waitFor();
	expect(await blocked()).toEqual([]);

	// A save by another person in between: both entries stay.
	await office.api("PUT", "/blocklist", { items: [{ prefix: "+1809" }] });
	await press(olivia, "Block Caller");
	await details(olivia).getByText("Calls are rejected, texts are kept unanswered.").waitFor();
	expect(await blocked()).toHaveLength(2);
	await olivia.goto(`${office.mesh.url}/settings/blocked`);
	await office.phones.dial(nuisance, mainLine);
	await eventually(outcomes).toEqual(["blocked", "abandoned"]);

	await office.text(nuisance, "Answer me!");
	await eventually(
		async () =>
			(await office.api<{ items: { from: string }[] }>("GET", "/conversations")).items.filter(
				({ from }) => from === nuisance,
			).length,
	).toBe(1);
	await olivia.goto(`${office.mesh.url}/inbox`);
	await olivia.getByRole("link", { name: /555-0188/ }).click();
	await olivia.getByText("Blocked, not answered").waitFor();
	expect(await office.received(nuisance)).toEqual([]);

	await olivia.goto(`${office.mesh.url}/settings/blocked`);
	await press(olivia, "Change (415) 555-0188");
	await press(olivia, "Remove");
	await olivia.getByText("(415) 555-0188 removed.").waitFor();
	expect(await blocked()).toEqual([{ prefix: "+1809", then: "reject" }]);
});

it("plays a call of now and of tonight through, without a call", async () => {
	await office.api("PUT", "/hours", {
		week: { monday: [["03:00", "03:01"]] },
		override: { state: "open", until: new Date(Date.now() + soonMilliseconds).toISOString() },
		closed: { greeting: closedGreeting, then: "voicemail", extension: "101" },
	});
	const callsBefore = (await office.api<{ items: object[] }>("GET", "/calls")).items.length;
	const olivia = await office.open(office.owner, "/settings/what-if");
	await press(olivia, "Call");
	await phone(olivia).getByText("If you know your party's extension").waitFor();
	for (const key of ["1", "0", "1"]) await press(olivia, key);
	await press(olivia, "Press");
	await phone(olivia).getByText("Presses 101").waitFor();
	await phone(olivia)
		.getByText(/^Jane Smith: .* rings? for/)
		.waitFor();
	await press(olivia, "Nobody Picks Up");
	await phone(olivia).getByText("The caller leaves a message.").waitFor();

	await olivia.getByLabel("When").selectOption("tonight");
	await phone(olivia).getByText("Not calling").waitFor();
	await press(olivia, "Call");
	await phone(olivia).getByText(closedGreeting).waitFor();
	await phone(olivia).getByText("Closed by the opening hours").waitFor();
	await phone(olivia).getByText("The caller leaves a message.").waitFor();
	expect((await office.api<{ items: object[] }>("GET", "/calls")).items).toHaveLength(callsBefore);
	await office.api("PUT", "/hours", { week: {}, override: null, closed: { greeting: null, then: "menu" } });
});
