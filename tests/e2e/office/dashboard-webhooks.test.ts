import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebhookReceiver } from "../../mesh/set-up/webhook-receiver.ts";
import { eventually } from "../set-up/eventually.ts";
import { useOffice } from "../set-up/use-office.ts";

const isBadInput = (fault: string) => fault.includes("400");
const office = useOffice(isBadInput);
let receiver: WebhookReceiver;

beforeAll(async () => {
	receiver = await new WebhookReceiver().start();
});

afterAll(async () => {
	await receiver?.stop();
});

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const log = (page: Page) => page.getByRole("list", { name: "Deliveries" }).locator("details");
interface Webhooks {
	items: { id: string; isPaused: boolean; waitingCount: number }[];
}
const all = async () => (await office.api<Webhooks>("GET", "/webhooks")).items;

it("makes a webhook, shows its secret once, tests it, and shows what was delivered", async () => {
	const olivia = await office.open(office.owner, "/settings/webhooks");
	await press(olivia, "New Webhook…");
	await olivia.getByLabel("Address").fill("https://192.168.0.1/");
	await olivia.getByLabel("Name").fill("CRM");
	await olivia.getByLabel("A text comes in").check();
	await press(olivia, "Make Webhook");
	await olivia.getByText("leads into a private network").waitFor();
	await olivia.getByLabel("Address").fill(receiver.url);
	await press(olivia, "Make Webhook");
	const secret = await olivia.getByRole("textbox", { name: "Secret" }).inputValue();
	expect(secret).toMatch(/^whsec_/);
	await press(olivia, "Done");

	await olivia.getByRole("link", { name: /CRM/ }).click();
	await olivia.getByText("Nothing has been sent within 7 days.").waitFor();
	expect(await olivia.content()).not.toContain(secret);
	await press(olivia, "Send Test");
	await olivia.getByText("Test Delivered").waitFor();
	expect(receiver.received).toMatchObject([{ type: "webhook.test" }]);

	await office.text("+14155550171", "Is it ready?");
	await eventually(async () => receiver.idsOf("message.received").length).toBe(1);
	await press(olivia, "Refresh");
	const row = log(olivia).filter({ hasText: "A text comes in" });
	await row.getByText("Delivered", { exact: true }).waitFor();
	await row.locator("summary").click();
	await row.getByText("Answered 204.").waitFor();
	await row.getByRole("button", { name: "Deliver Again" }).click();
	await eventually(async () => receiver.idsOf("message.received").length).toBe(2);
	expect(new Set(receiver.idsOf("message.received")).size).toBe(1);
});

it("pauses it, resumes it, makes a new secret and deletes it", async () => {
	const olivia = await office.open(office.owner, "/settings/webhooks");
	await olivia.getByRole("link", { name: /CRM/ }).click();
	receiver.answer = (response) => response.writeHead(503).end();
	await press(olivia, "Send Test");
	await olivia.getByText("Test Failed").waitFor();
	await olivia.getByText("It answered 503 instead of 200.").first().waitFor();
	receiver.answer = (response) => response.writeHead(204).end();

	await press(olivia, "Pause");
	await olivia.getByText("It is paused: nothing is sent.").waitFor();
	const before = receiver.idsOf("message.received").length;
	await office.text("+14155550172", "Anybody there?");
	await eventually(async () => (await all())[0]?.waitingCount).toBe(1);
	await press(olivia, "Resume");
	await olivia.getByText("Events are sent as they happen.").waitFor();
	await eventually(async () => receiver.idsOf("message.received").length).toBe(before + 1);

	await press(olivia, "New Secret…");
	await press(olivia, "Make New Secret");
	expect(await olivia.getByRole("textbox", { name: "Secret" }).inputValue()).toMatch(/^whsec_/);
	await press(olivia, "Done");
	await press(olivia, "Delete…");
	await press(olivia, "Delete Webhook");
	await olivia.getByText("No Webhooks").waitFor();
	expect(await all()).toEqual([]);
});

it("is not offered to an agent", async () => {
	const ana = await office.open(office.agent, "/settings/webhooks");
	await ana.getByText("Only an owner or an admin may see this page.").waitFor();
	await expect.poll(() => ana.getByRole("link", { name: "Webhooks" }).count()).toBe(0);
});
