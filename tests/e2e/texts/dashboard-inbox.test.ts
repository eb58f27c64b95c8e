import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Contact, eventually, openOffice } from "../set-up/open-office.ts";

/** Journeys through the inbox. */
let office: Awaited<ReturnType<typeof openOffice>>;

beforeAll(async () => {
	office = await openOffice();
});

afterAll(() => office?.close());

afterEach(async () => {
	expect(await office.closeBrowsers()).toEqual([]);
});

const field = (page: Page) => page.getByRole("textbox", { name: /^Text to/ });
const row = (page: Page, { id }: Contact) => page.locator(`main a[href^="/inbox/${id}"]`);

it("takes a conversation over while the assistant composes, and the colleague sees it", async () => {
	const contact = await office.newConversation("What are your opening hours?");
	await office.network("PUT", "/faults", [{ match: "ai", effect: { delayMs: 4000 } }]);
	const olivia = await office.open(office.owner, `/inbox/${contact.id}`);
	const ana = await office.open(office.agent, `/inbox/${contact.id}`);
	await field(olivia).waitFor();
	await ana.getByText("The assistant answers here.").waitFor();

	await office.text(contact.number, "Can somebody come today?");
	await olivia.getByRole("article").getByText("Can somebody come today?").waitFor();
	await field(olivia).fill("Omar comes at three.");
	await olivia.getByRole("button", { name: "Take Over and Send" }).click();
	await olivia.getByText("You took over.").waitFor();
	await expect.poll(async () => (await office.thread(contact.id)).mode, { timeout: 3000 }).toBe("human");
	expect((await office.thread(contact.id)).messages.map(({ author }) => author)).not.toContain("person");
	await ana.getByText("Olivia Owner took over.", { exact: true }).waitFor();

	await ana
		.getByRole("article", { name: /^Olivia Owner/ })
		.getByText("Omar comes at three.")
		.waitFor();
	await olivia.getByText("Delivered").waitFor();
	const { messages } = await office.thread(contact.id);
	expect(messages.map(({ author }) => author)).toEqual(["contact", "assistant", "contact", "person"]);
	expect(await office.received(contact.number)).toHaveLength(2);

	await ana.getByRole("button", { name: "Hand Back" }).click();
	await olivia.getByText("The assistant answers here.").waitFor();
});

it("shows who looks and who writes, and warns before two answers", async () => {
	const contact = await office.newConversation("Is anybody there?");
	const olivia = await office.open(office.owner, `/inbox/${contact.id}`);
	const ana = await office.open(office.agent, `/inbox/${contact.id}`);
	const conversation = olivia.getByRole("region", { name: "Details" });
	await conversation.getByText("Ana Agent is looking").waitFor();
	await row(olivia, contact).getByText("Ana Agent is looking").waitFor();
	await field(ana).fill("I am ");
	await conversation.getByText("Ana Agent is writing…").waitFor();
	await field(olivia).fill("Yes, we are.");
	await olivia.getByRole("button", { name: /Send$/ }).click();
	await olivia.getByRole("button", { name: "Send Now" }).click();
	await ana.getByText("Olivia Owner answered while you were writing.").waitFor();
	await ana.getByRole("button", { name: "Send Anyway" }).waitFor();
	await ana.goto(`${office.mesh.url}/inbox`);
	await conversation.getByText("Ana Agent is").waitFor({ state: "detached" });
});

it("takes a text back: its words are in the field again and nothing was sent", async () => {
	const contact = await office.newConversation("What does a repair cost?");
	await office.addTexts(contact, 20, "read");
	await office.network("PUT", "/faults", [{ match: "ai", effect: { delayMs: 2000 } }]);
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	await field(page).fill("Nothing at all.");
	await page.getByRole("button", { name: "Take Over and Send" }).click();
	await office.text(contact.number, "And on Sundays?");
	await page.getByRole("article").getByText("And on Sundays?").waitFor();
	await page.getByRole("button", { name: "Undo" }).click();
	expect(await field(page).inputValue()).toBe("Nothing at all.");
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
	await page.getByText("You took over.").waitFor();
	// Longer than the assistant needs, and than the text was held.
	await page.waitForTimeout(6000);
	const { mode, messages } = await office.thread(contact.id);
	expect(mode).toBe("human");
	expect(messages.filter(({ author }) => author !== "contact")).toHaveLength(1);

	await field(page).press("Control+a");
	await page.keyboard.type("Ninety dollars.");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Undo" }).waitFor();
	await page.keyboard.press("Control+z");
	expect(await field(page).inputValue()).toBe("Ninety dollars.");
	await page.getByRole("button", { name: "Hand Back" }).click();
	await page.getByText("The assistant answers here.").waitFor();
});

it("keeps drafts over a reload, and sends what was held when the page is left, once", async () => {
	const contact = await office.newConversation("Do you rent machines?");
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	await field(page).fill("From sixty dollars");
	await page.keyboard.press("Escape");
	await page.keyboard.press("n");
	await page.getByRole("textbox", { name: "Note for colleagues" }).fill("Likes latte");
	await page.reload();
	expect(await field(page).inputValue()).toBe("From sixty dollars");
	await page.getByRole("link", { name: /Draft: From sixty dollars/ }).waitFor();
	await page.getByRole("radio", { name: "Note" }).check();
	expect(await page.getByRole("textbox", { name: "Note for colleagues" }).inputValue()).toBe("Likes latte");
	await page.getByRole("button", { name: "Add Note" }).click();
	await page
		.getByRole("article", { name: /^Note by You/ })
		.getByText("Likes latte")
		.waitFor();

	await page.getByRole("radio", { name: "Text" }).check();
	await page.getByRole("button", { name: "Take Over and Send" }).click();
	await page.getByRole("button", { name: "Undo" }).waitFor();
	await page.reload();
	await page
		.getByRole("article", { name: /^You, \d/ })
		.getByText("From sixty dollars")
		.waitFor();
	await page.getByText("Delivered").waitFor();
	const sent = (await office.thread(contact.id)).messages.filter(({ author }) => author === "person");
	expect(sent.map(({ body }) => body)).toEqual(["From sixty dollars"]);
	expect(await field(page).inputValue()).toBe("");
});

it("keeps what is written and what is held when the session ends, and sends it after the sign-in", async () => {
	const contact = await office.newConversation("Which valve is it?");
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	await page.getByRole("button", { name: "Take Over", exact: true }).click();
	await page.getByText("You took over.").waitFor();
	await field(page).fill("The brass one.");
	await page.getByRole("button", { name: "Send", exact: true }).click();
	// Held as long as the pointer is there.
	await page.getByRole("button", { name: "Undo" }).hover();
	await field(page).fill("And a new");
	await page.context().clearCookies();
	await page.mouse.move(0, 0);
	const dialog = page.getByRole("dialog", { name: "Sign In Again" });
	await dialog.getByLabel("Password").fill(office.owner.password);
	await dialog.getByRole("button", { name: "Sign In" }).click();
	await page
		.getByRole("article", { name: /^You, \d/ })
		.getByText("The brass one.")
		.waitFor();
	expect(await field(page).inputValue()).toBe("And a new");
	const sent = (await office.thread(contact.id)).messages.filter(({ author }) => author === "person");
	expect(sent.map(({ body }) => body)).toEqual(["The brass one."]);
});

it("lets an agent answer, and offers what an agent may", async () => {
	const contact = await office.newConversation("Is Ana there?");
	const page = await office.open(office.agent, "/inbox");
	await row(page, contact).click();
	await field(page).fill("She is.");
	await page.getByRole("button", { name: "Take Over and Send" }).click();
	await page.getByRole("button", { name: "Send Now" }).click();
	await page.getByRole("article", { name: /^You/ }).getByText("She is.").waitFor();
	await page.getByText("Delivered").waitFor();
	const facts = page.getByRole("complementary", { name: "Facts" });
	await facts.getByText("May be texted", { exact: true }).waitFor();
	await facts.getByRole("button", { name: "Mark Unread" }).waitFor();
	expect(await facts.getByRole("button", { name: /Opt/ }).count()).toBe(0);
	expect(await facts.getByRole("heading", { name: "Calls" }).count()).toBe(0);
	const menu = page.getByRole("navigation", { name: "Main" });
	expect(await menu.getByRole("link", { name: /Inbox/ }).count()).toBe(1);
	expect(await menu.getByRole("link", { name: /Calls|Campaigns|Analytics/ }).count()).toBe(0);
});

it("goes from the first row to Send by the keyboard alone", async () => {
	const older = await office.newConversation("I am the second row");
	const newer = await office.newConversation("I am the first row");
	const page = await office.open(office.owner, "/inbox");
	await row(page, older).waitFor();
	await page.keyboard.press("j");
	await page.waitForURL(`**/inbox/${newer.id}`);
	await page.keyboard.press("j");
	await page.waitForURL(`**/inbox/${older.id}`);
	await field(page).waitFor();
	await page.keyboard.press("r");
	await page.keyboard.type("By hand, ");
	await page.keyboard.press("Shift+Enter");
	await page.keyboard.type("without a mouse");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Undo" }).waitFor();
	await page.keyboard.press("Escape");
	expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toContain(older.id);
	await page.keyboard.press("t");
	await page.getByText("The assistant answers here.").waitFor();
	await page.keyboard.press("u");
	await eventually(async () => (await office.thread(older.id)).unreadCount).toBe(1);
	// Seen or not: what somebody marked stays unread.
	await page.waitForTimeout(1500);
	expect((await office.thread(older.id)).unreadCount).toBe(1);
	await page.keyboard.press("e");
	await eventually(async () => (await office.thread(older.id)).mode).toBe("closed");
	expect(page.url()).not.toContain(older.id);
	await page.keyboard.press("Control+z");
	await eventually(async () => (await office.thread(older.id)).mode).toBe("assistant");
	await eventually(async () => (await office.received(older.number)).at(-1)?.body).toBe(
		"By hand, \nwithout a mouse",
	);
});

it("misses nothing when the network is gone for a while", async () => {
	const contact = await office.newConversation("Hello");
	const page = await office.open(office.owner, `/inbox/${contact.id}`);
	await page.getByRole("button", { name: "Take Over", exact: true }).click();
	await page.getByText("You took over.").waitFor();
	await page.context().setOffline(true);
	await page.getByText(/You are offline/).waitFor();
	for (const body of ["one", "two", "three"]) await office.text(contact.number, `While away: ${body}`);
	await field(page).fill("Sent without a network");
	await page.getByRole("button", { name: "Send", exact: true }).click();
	await page.getByRole("button", { name: "Send Now" }).click();
	await page.getByText("Sends when connected").waitFor();
	await page.context().setOffline(false);
	await page
		.getByRole("article", { name: /^You, \d/ })
		.getByText("Sent without a network")
		.waitFor();
	await page.getByText("Delivered").waitFor();
	const shown = await page.getByRole("article").locator(".inbox-words").allTextContents();
	expect(shown.slice(-4)).toEqual([
		"While away: one",
		"While away: two",
		"While away: three",
		"Sent without a network",
	]);
	const sent = (await office.thread(contact.id)).messages.filter(
		({ body }) => body === "Sent without a network",
	);
	expect(sent).toHaveLength(1);
});

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
	// A keystroke touches none of the texts; a busy machine takes its time all the same.
	expect(changes).toBe(0);
	const median = times.toSorted((one, other) => one - other)[10] ?? Number.POSITIVE_INFINITY;
	expect(median).toBeLessThan(200);
	console.log(`a keystroke among 10,000 texts: ${Math.round(median)} ms`);
});

/** Runs in the page. To the top, again and again, until no older texts come; what has come is painted before it is left behind. */
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

/** Runs in the page. Counts what is drawn anew in the thread, and the milliseconds from each keystroke to its frame. */
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
