import { expect, it } from "vitest";
import { listBubbles } from "../../../pages/domain/messages/list-bubbles.ts";

import { makeMessage } from "./message-fixture.ts";

const phone = "+14155550199";
const own = { from: phone, to: "+18005550100", direction: "inbound", status: "received" } as const;

it("tells the delivery below the last text of each side only", () => {
	const bubbles = listBubbles(phone, [
		makeMessage(own),
		makeMessage(),
		makeMessage(own),
		makeMessage({ status: "sending" }),
	]);
	expect(bubbles.map(({ isOwn, delivery }) => [isOwn, delivery?.word ?? null])).toEqual([
		[true, null],
		[false, null],
		[true, "Delivered"],
		[false, "Sending"],
	]);
});

it("tells of each text that did not arrive, and why", () => {
	const bubbles = listBubbles(phone, [
		makeMessage({ status: "undelivered", errorCode: 30005 }),
		makeMessage({ status: "failed", errorCode: 12345 }),
		makeMessage(),
	]);
	expect(bubbles.map(({ delivery, isThere }) => [delivery?.word, delivery?.tone, isThere])).toEqual([
		["Not delivered · unknown phone (30005)", "bad", false],
		["Failed · error 12345", "bad", false],
		["Delivered", "calm", true],
	]);
});

it("begins with the time, and again after a quarter of an hour of silence", () => {
	const at = (time: string) => makeMessage({ at: `2026-11-02T${time}.000Z` });
	const bubbles = listBubbles(phone, [at("10:00:00"), at("10:15:00"), at("10:30:01")]);
	expect(bubbles.map(({ timeAbove }) => timeAbove !== null)).toEqual([true, false, true]);
});
