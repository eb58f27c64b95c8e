import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, it } from "vitest";
import { type CallView, PhoneCall, type PhoneNetwork, until } from "../../mesh/set-up/phone-network.ts";
import { useDashboard } from "../set-up/use-dashboard.ts";

const mainLine = "+18005550100";
const janesPhone = "+14155550151";
const customer = "+14155550199";

const dashboard = useDashboard({ expected: /401|412/, alsoAsks: ["blob:"], mustStandStill: true });
const { signIn } = dashboard;
let mesh: Mesh;
let network: PhoneNetwork;
let page: Page;

beforeAll(async () => {
	({ mesh, network } = dashboard);
	const call = await network.dial(customer, mainLine);
	await call.expectWaitsFor("digits");
	await call.hangUp();
	await network.send("POST", "/messages", { from: customer, to: mainLine, body: "Please call me." });
});

beforeEach(() => {
	({ page } = dashboard);
});

const panel = () => page.getByRole("region", { name: "Call", exact: true });
const callButton = () => page.getByRole("main").getByRole("button", { name: "Call", exact: true });

async function ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
	const response = await fetch(`${mesh.url}/api${path}`, {
		method,
		headers: { authorization: `Bearer ${mesh.access.apiKey}`, "content-type": "application/json" },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	return (await response.json()) as Body;
}

async function pickUp(phone: string): Promise<PhoneCall> {
	const ringing = await until(`${phone} to ring`, async () => {
		const { items } = await network.send<{ items: CallView[] }>("GET", "/calls");
		return items.find(({ to, status }) => to === phone && status === "ringing");
	});
	const call = new PhoneCall(network, ringing.sid);
	await call.answer();
	return call;
}

async function openFirstCall(): Promise<void> {
	await page.getByRole("list", { name: "Calls", exact: true }).getByRole("link").first().click();
	await callButton().waitFor();
}

it("says in place what to do before somebody without an extension can call", async () => {
	await signIn("/calls?outcome=missed");
	await openFirstCall();
	await callButton().click();
	await panel().getByRole("alert").getByText("You have no extension to call with.").waitFor();
	await panel().getByRole("button", { name: "Dismiss" }).click();
	await panel().waitFor({ state: "hidden" });
});

it("rings the own telephone, shows how the call goes on, and hangs up", async () => {
	const { items } = await ask<{ items: { id: string; email: string }[] }>("GET", "/users");
	const me = items.find(({ email }) => email === mesh.access.email);
	await ask("PUT", `/users/${me?.id}`, { extension: "101" });
	await signIn("/calls?outcome=missed");
	await openFirstCall();
	await callButton().click();
	await panel().getByText("Rings your telephone ending 0151").waitFor();
	const jane = await pickUp(janesPhone);
	await jane.expectHears("Press 1 to place the call.");
	await jane.press("1");
	await panel().getByText("Rings at the other end").waitFor();
	await (await jane.expectRings(customer)).answer();
	await panel().getByText("Connected").waitFor();
	await panel().getByRole("timer").waitFor();
	await panel().getByRole("button", { name: "Hang Up" }).click();
	await panel().getByText("Answered").waitFor();
	await panel().getByRole("link", { name: "Show the Call" }).click();
	await page
		.getByRole("list", { name: "What happened" })
		.getByText("Pressed 1, and the number was called")
		.waitFor();
	await page.getByText("Answered: talked for").waitFor();
});

it("is cancelled from the inbox while the own telephone rings", async () => {
	await signIn("/inbox");
	await page.getByRole("list", { name: "Conversations" }).getByRole("link").first().click();
	await callButton().click();
	await panel().getByText("Rings your telephone ending 0151").waitFor();
	await panel().getByRole("button", { name: "Cancel" }).click();
	await panel().getByText("Cancelled").waitFor();
	await panel().getByRole("button", { name: "Dismiss" }).click();
});
