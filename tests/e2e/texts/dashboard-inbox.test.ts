import { expect, it } from "vitest";
import { eventually } from "../set-up/eventually.ts";
import { useOffice } from "../set-up/use-office.ts";
import { field, row } from "./inbox-page.ts";

const office = useOffice();

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
	// Longer than the assistant needs, and longer than a text is held.
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
	// The open page does not mark it read again.
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
