import { expect, it } from "vitest";
import { eventually } from "../set-up/eventually.ts";
import { useOffice } from "../set-up/use-office.ts";
import { field, row } from "./inbox-page.ts";

const office = useOffice();

it("opens at the first unread text, stays where one reads, and leads to the end", async () => {
	const contact = await office.newConversation("Long ago");
	const page = await office.open(office.owner, "/inbox");
	await row(page, contact).waitFor();
	await office.addTexts(contact, 30, "unread");
	await page.goto(`${office.mesh.url}/inbox/${contact.id}`);
	const first = page.getByRole("article").getByText("Text 1 of 30", { exact: false }).first();
	await first.waitFor();
	await page.getByText("New", { exact: true }).waitFor();
	expect(await page.title()).toMatch(/^\(\d+\) .*Inbox$/);
	expect(await page.locator("link[rel=icon]").getAttribute("href")).toBe("/icon-unread.svg");
	const where = () => first.evaluate((element) => element.getBoundingClientRect().top);
	expect(await where()).toBeLessThan(400);
	const before = await where();
	await office.text(contact.number, "Fresh from the phone");
	await page.getByRole("button", { name: /^1 new text/ }).waitFor();
	expect(Math.abs((await where()) - before)).toBeLessThanOrEqual(1);
	expect((await office.thread(contact.id)).unreadCount).toBeGreaterThan(29);
	await page.getByRole("button", { name: /^1 new text/ }).click();
	await page.getByRole("article").getByText("Fresh from the phone").waitFor();
	await eventually(async () => (await office.thread(contact.id)).unreadCount).toBe(0);
});

it("texts somebody for the first time, and finds a text by its words", async () => {
	const contact = await office.newConversation("Do you know anything about zeppelins?");
	await office.addTexts(contact, 120, "read");
	const page = await office.open(office.owner, "/inbox");
	await page.getByRole("button", { name: "New Text…" }).click();
	const sheet = page.getByRole("dialog", { name: "New Text" });
	await sheet.getByLabel("To").fill("415 555 0160");
	await sheet.getByLabel("Text").fill("The van comes “tomorrow”.");
	await sheet.getByRole("button", { name: "Replace with Plain" }).click();
	await sheet.getByRole("button", { name: "Send" }).click();
	await page.getByRole("article", { name: /^You/ }).getByText('The van comes "tomorrow".').waitFor();
	await eventually(async () => (await office.received("+14155550160")).at(-1)?.body).toBe(
		'The van comes "tomorrow".',
	);

	await page.keyboard.press("/");
	await page.keyboard.type("zeppel");
	await page.getByRole("link", { name: /zeppelins/ }).click();
	const found = page.getByRole("article").getByText("Do you know anything about zeppelins?");
	await found.waitFor();
	await eventually(() => found.evaluate((element) => element.getBoundingClientRect().top > 100)).toBe(true);
	await page.getByRole("button", { name: /Newest Text/ }).click();
	await page.getByRole("article").getByText("Text 120 of 120", { exact: false }).waitFor();
});

it("says why somebody cannot be texted, and lifts it with a reason", async () => {
	const contact = await office.newConversation("Please stop texting me");
	await eventually(async () => (await office.thread(contact.id)).isOptedOut).toBe(true);
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	await page.getByText("This contact has opted out of texts.").waitFor();
	await page
		.getByText(/“Please stop texting me”/)
		.first()
		.waitFor();
	expect(await field(page).count()).toBe(0);
	await page.locator(".inbox-composer-closed").getByRole("button", { name: "Lift Opt-Out…" }).click();
	const sheet = page.getByRole("dialog", { name: "Lift Opt-Out" });
	await sheet.getByLabel("Reason").fill("Called on Monday and asked for texts again.");
	await sheet.getByRole("button", { name: "Lift Opt-Out" }).click();
	await field(page).waitFor();
	expect((await office.thread(contact.id)).isOptedOut).toBe(false);
});

it("closes several conversations at once, and brings them back", async () => {
	const [one, other] = [
		await office.newConversation("First of two"),
		await office.newConversation("Second of two"),
	];
	const page = await office.open(office.owner, "/inbox");
	await row(page, one).waitFor();
	await page.getByRole("button", { name: "Select" }).click();
	for (const box of (await page.getByRole("checkbox").all()).slice(0, 2)) await box.check();
	await page
		.getByRole("group", { name: "Selected conversations" })
		.getByRole("button", { name: "Close" })
		.click();
	await eventually(async () => (await office.thread(one.id)).mode).toBe("closed");
	expect((await office.thread(other.id)).mode).toBe("closed");
	await page.getByRole("button", { name: "Undo Close" }).click();
	await eventually(async () => (await office.thread(one.id)).mode).toBe("assistant");
	await eventually(async () => (await office.thread(other.id)).mode).toBe("assistant");
});

it("shows texts, notes and names of strangers as they are", async () => {
	const hostile = [
		'<img src=x onerror="document.title=1">',
		"<script>document.title=2</script>",
		"javascript:document.title=3 https://example.com/?<b>",
	];
	const contact = await office.newConversation(hostile[0] ?? "");
	for (const body of hostile.slice(1)) await office.text(contact.number, body);
	for (const body of hostile)
		await office.api("POST", "/conversations/notes", { conversationId: contact.id, text: body });
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	for (const body of hostile) {
		await page.getByRole("article", { name: /^\(/ }).getByText(body, { exact: true }).waitFor();
		await page.getByRole("article", { name: /^Note/ }).getByText(body, { exact: true }).waitFor();
	}
	await row(page, contact)
		.getByText(hostile.at(-1) ?? "", { exact: true })
		.waitFor();
	expect(await page.locator("main img, main script").count()).toBe(0);
	const links = await page
		.locator(".inbox-words a")
		.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
	expect(links).toEqual(["https://example.com/"]);
	expect(await page.title()).toContain("Inbox");
});

it("reads ten thousand texts without a stutter", { timeout: 180_000 }, async () => {
	const contact = await office.newConversation("The first of many");
	await office.addTexts(contact, 10_000, "read");
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	await page.getByRole("article").getByText("Text 10000 of 10000", { exact: false }).waitFor();
	await page.evaluate(scrollToBeginning);
	await page.getByText("The conversation begins here").waitFor();
	expect(await page.getByRole("article").count()).toBeGreaterThan(10_000);

	await page.evaluate(watchTyping);
	await field(page).pressSequentially("Twenty keys, no more.");
	const { changes, times } = await page.evaluate(
		() => (window as unknown as { typing: ReturnType<typeof watchTyping> }).typing,
	);
	expect(changes).toBe(0);
	const median = times.toSorted((one, other) => one - other)[10] ?? Number.POSITIVE_INFINITY;
	expect(median).toBeLessThan(200);
	console.log(`a keystroke among 10,000 texts: ${Math.round(median)} ms`);
});

/** Runs in the page. Scrolls up until no older texts come, and lets each portion be painted. */
async function scrollToBeginning(): Promise<void> {
	const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
	while (document.querySelector(".inbox-thread-older")) {
		const scroller = document.querySelector("[role=log]");
		if (scroller) scroller.scrollTop = -scroller.scrollHeight;
		const before = document.querySelectorAll("article").length;
		while (document.querySelectorAll("article").length === before) await frame();
		await frame();
		await frame();
	}
}

/** Runs in the page. Counts the changes of the thread, and the milliseconds from each keystroke to its frame. */
function watchTyping(): { changes: number; times: number[] } {
	const typing = { changes: 0, times: [] as number[] };
	const log = document.querySelector("[role=log]");
	if (!log) throw new Error("No conversation is open.");
	const observer = new MutationObserver((records) => (typing.changes += records.length));
	observer.observe(log, { subtree: true, childList: true, characterData: true, attributes: true });
	document.addEventListener(
		"input",
		() => {
			const before = performance.now();
			requestAnimationFrame(() => setTimeout(() => typing.times.push(performance.now() - before), 0));
		},
		{ capture: true },
	);
	return Object.assign(window, { typing }).typing;
}
