import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CustomerApp } from "../support/customer-app.ts";
import { KillableNetwork } from "../support/killable-network.ts";
import type { NetworkClient } from "../support/network.ts";
import { caller, main, otherPhone, phone } from "../support/stage.ts";
import { TextClient, textLine } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

/** Time nearly stops until the network is killed. */
const slow = 0.01;

let server: KillableNetwork;
let network: NetworkClient;
let texts: TextClient;
let app: CustomerApp;
let sids: Record<"finished" | "waiting" | "underWay" | "untold", string>;

beforeAll(async () => {
	[server, app] = await Promise.all([KillableNetwork.start(), CustomerApp.start()]);
	network = server.client;
	texts = new TextClient(network);
	app.on("/status", "");
	app.on("/sms", "<Message>Hello</Message>");
	await network.buy(textLine, { SmsUrl: app.url("/sms") });
	await network.buy(main, { SmsUrl: app.url("/sms") });
	await bringAbout();
	await server.kill();
	await server.revive();
	await network.speed(200);
});
afterAll(async () => {
	await Promise.all([server.remove(), app.close()]);
});

async function bringAbout(): Promise<void> {
	await network.speed(200);
	const finished = await create(textLine, phone, "Finished");
	await texts.until(finished, ({ status }) => status === "delivered");
	await texts.text(otherPhone, textLine, "STOP");
	await texts.listUntil(otherPhone, ({ length }) => length === 3);
	await network.speed(slow);
	await network.control("PUT", "/faults", [
		{ match: "webhook:/sms", effect: { delayMs: 600_000 }, times: 1 },
	]);
	const underWay = await create(main, phone, "Under way");
	await texts.until(underWay, ({ status }) => status === "sending");
	const waiting = await create(main, phone, "Waiting");
	const untold = await texts.text(caller, textLine, "Hi");
	sids = { finished, waiting, underWay, untold };
}

async function create(From: string, To: string, Body: string): Promise<string> {
	return (await texts.create({ From, To, Body, StatusCallback: app.url("/status") })).sid;
}

describe("the texts of a network that was killed and has come back", () => {
	it("are all there, finished or under way, and go on to their ends", async () => {
		for (const sid of [sids.underWay, sids.waiting]) {
			await texts.until(sid, ({ status }) => status === "delivered");
			const reports = await waitFor(
				() => app.requestsTo("/status").filter(({ params }) => params.MessageSid === sid),
				({ length }) => length === 2,
			);
			expect(reports.map(({ params }) => params.MessageStatus).sort()).toEqual(["delivered", "sent"]);
		}
		expect((await texts.listOf(phone)).map(({ body }) => body)).toEqual(["Finished", "Under way", "Waiting"]);
	});

	it("are told to the application if they came in, and answered once", async () => {
		const list = await texts.listUntil(caller, ([, answer]) => answer?.status === "delivered");
		expect(list.map(({ sid, body }) => [sid, body])).toMatchObject([
			[sids.untold, "Hi"],
			[expect.any(String), "Hello"],
		]);
	});

	it("are still blocked for those who said STOP", async () => {
		expect(await texts.create({ From: textLine, To: otherPhone, Body: "Hello" })).toMatchObject({
			code: 21610,
		});
	});
});
