import { describe, expect, it } from "vitest";
import { caller, main, phone } from "../support/stage.ts";
import { type TextView, textLine, useTextStage } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useTextStage();

/** Texts the company. Returns the network's answer, null without one. */
async function answerTo(number: string, body: string, from = caller): Promise<string | null> {
	const { texts } = stage;
	const before = (await texts.listOf(from)).length;
	await texts.text(from, number, body);
	// The network answers before it asks the application: its text is there at once or never.
	const [, answer] = (await texts.listOf(from)).slice(before);
	return answer?.body ?? null;
}

async function isBlocked(number: string, to = caller): Promise<boolean> {
	const { status, code } = await stage.texts.create({ From: number, To: to, Body: "Hello" });
	if (status === 201) return false;
	expect([status, code]).toEqual([400, 21610]);
	return true;
}

/** Sends each word from its own phone. Returns the answer, and whether texts are blocked afterwards. */
async function sayEach(number: string, words: string[], first?: string) {
	const outcomes = words.map(async (word, index) => {
		const phone = `+1512555${String(2000 + index)}`;
		if (first) await answerTo(number, first, phone);
		const answer = await answerTo(number, word, phone);
		return { word, answer, isBlocked: await isBlocked(number, phone) };
	});
	return await Promise.all(outcomes);
}

describe("a long code", () => {
	it("blocks its texts to somebody who answers with one of its words", async () => {
		const words = ["STOP", "stopall", "Unsubscribe", "CANCEL", "end", "QUIT", "revoke", " OptOut "];
		for (const { word, answer, isBlocked } of await sayEach(textLine, words)) {
			expect(answer, word).toMatch(/^NETWORK MSG: You have successfully been unsubscribed/);
			expect(isBlocked, word).toBe(true);
		}
	});

	it("lifts the block for START, YES and UNSTOP", async () => {
		for (const { word, answer, isBlocked } of await sayEach(textLine, ["START", "yes", "Unstop"], "STOP")) {
			expect(answer, word).toMatch(/^NETWORK MSG: You have successfully been re-subscribed/);
			expect(isBlocked, word).toBe(false);
		}
	});

	it("answers HELP and INFO", async () => {
		for (const word of ["help", "INFO"]) {
			expect(await answerTo(textLine, word)).toMatch(/^NETWORK MSG: Reply STOP to unsubscribe/);
		}
	});

	it("does nothing for other words, or for START when nothing is blocked", async () => {
		const words = ["STOP PLEASE", "stop.", "please cancel", "opt out", "arret", "", "Yes", "start"];
		for (const { word, answer, isBlocked } of await sayEach(textLine, words)) {
			expect([word, answer, isBlocked]).toEqual([word, null, false]);
		}
	});

	it("says a second STOP nothing, and forwards each to the application", async () => {
		await answerTo(textLine, "STOP");
		expect(await answerTo(textLine, "STOP")).toBeNull();
		const requests = await waitFor(
			() => stage.app.requestsTo("/sms"),
			({ length }) => length === 2,
		);
		expect(requests.map(({ params }) => params.Body)).toEqual(["STOP", "STOP"]);
		expect(requests[0]?.params).not.toHaveProperty("OptOutType");
	});

	it("blocks for this sender and this recipient only", async () => {
		await answerTo(textLine, "STOP");
		expect(await isBlocked(main)).toBe(false);
		expect((await stage.texts.create({ From: textLine, To: phone, Body: "Hello" })).status).toBe(201);
	});

	it("lets the application's answer to STOP fail", async () => {
		const { app, texts } = stage;
		app.on("/sms", "<Message>Goodbye</Message>");
		await texts.text(caller, textLine, "STOP");
		const list = await texts.listUntil(caller, ({ length }) => length === 3);
		expect(list[2]).toMatchObject({ body: "Goodbye", status: "failed", errorCode: 21610 });
	});

	it("does not send what waited in its queue when STOP came", async () => {
		const { texts, network } = stage;
		await network.speed(1);
		await texts.create({ From: textLine, To: phone, Body: "a".repeat(1600) });
		const { sid } = await texts.create({ From: textLine, To: caller, Body: "Too late" });
		await texts.text(caller, textLine, "STOP");
		await network.control("PUT", "/clock", { advanceSeconds: 60 });
		const { errorCode } = await texts.until(sid, ({ status }) => status === "failed");
		expect(errorCode).toBe(21610);
	});

	it("works without an SmsUrl", async () => {
		const [number] = await stage.client.incomingPhoneNumbers.list({ phoneNumber: textLine });
		await stage.client.incomingPhoneNumbers(number?.sid ?? "").update({ smsUrl: "" });
		expect(await answerTo(textLine, "STOP")).toMatch(/^NETWORK MSG/);
		expect(await isBlocked(textLine)).toBe(true);
	});
});

describe("a toll-free number", () => {
	it("answers STOP, UNSTOP and START in the network's words", async () => {
		expect(await answerTo(main, "Stop")).toBe(
			'NETWORK MSG: You replied with the word "stop" which blocks all texts sent from this number. Text back "unstop" to receive messages again.',
		);
		expect(await isBlocked(main)).toBe(true);
		expect(await answerTo(main, "UNSTOP")).toBe(
			'NETWORK MSG: You have replied "unstop" and will begin receiving messages again from this number.',
		);
		expect(await isBlocked(main)).toBe(false);
		await answerTo(main, "STOP");
		expect(await answerTo(main, "START")).toContain('replied "start"');
	});

	it("does nothing for the other words of long codes", async () => {
		const words = ["STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
		for (const { word, answer, isBlocked } of await sayEach(main, words)) {
			expect([word, answer, isBlocked]).toEqual([word, null, false]);
		}
	});

	it("does not take YES for START", async () => {
		await answerTo(main, "STOP");
		expect(await answerTo(main, "YES")).toBeNull();
		expect(await isBlocked(main)).toBe(true);
	});

	it("answers HELP, unless its owner is blocked", async () => {
		expect(await answerTo(main, "HELP")).toMatch(/^NETWORK MSG/);
		await answerTo(main, "STOP");
		expect(await answerTo(main, "HELP")).toBeNull();
	});

	it("may accept a blocked text, which the network then blocks with 30004", async () => {
		const { network, texts, app } = stage;
		await network.control("PUT", "/options", { tollFreeOptOut: "30004" });
		await answerTo(main, "STOP");
		const { sid, status } = await texts.create({
			From: main,
			To: caller,
			Body: "Hello",
			StatusCallback: app.url("/status"),
		});
		expect(status).toBe(201);
		expect(await texts.until(sid, (text) => text.status === "undelivered")).toMatchObject({
			errorCode: 30004,
		});
	});
});

describe("what the network writes", () => {
	it("is on the phone, delivered, and not in the account's lists", async () => {
		const { texts, client } = stage;
		await answerTo(textLine, "STOP");
		const isNetworks = ({ body }: TextView) => body.startsWith("NETWORK MSG");
		const own = (await texts.listOf(caller)).filter(isNetworks);
		expect(own).toMatchObject([
			{ from: textLine, to: caller, direction: "outbound-reply", status: "delivered" },
		]);
		expect((await client.messages.list()).map(({ body }) => body)).toEqual(["STOP"]);
		await expect(client.messages(own[0]?.sid ?? "").fetch()).rejects.toMatchObject({ code: 20404 });
	});

	it("is forgotten with the blocks on a reset", async () => {
		const { network, texts } = stage;
		await answerTo(textLine, "STOP");
		await network.control("POST", "/reset");
		expect(await texts.listOf(caller)).toEqual([]);
		expect(await isBlocked(textLine)).toBe(false);
	});
});
