import { contacts } from "@cloudpbx/db/schema/contacts";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { describe, expect, it, vi } from "vitest";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { mainLine } from "../directory.ts";

import {
	callee,
	db,
	janesNumber,
	janesPhones,
	legParams,
	load,
	openStage,
	place,
	screenOf,
	sidOfPhone,
	stage,
	webhook,
} from "./stage.ts";

openStage();

describe("a call out", () => {
	it("rings all telephones of the person, dials by key 1 and is one row with the conversation's seconds", async () => {
		const { id, ...placed } = await place();
		expect(placed).toMatchObject({
			to: callee,
			from: janesNumber,
			as: "101",
			phones: ["0151", "0156"],
			state: "ringing_own",
			outcome: null,
		});
		expect(stage.asked.map(({ form }) => [form.To, form.From])).toEqual(
			janesPhones.map((phone) => [phone, janesNumber]),
		);
		const screen = await sendWebhook(screenOf(1), legParams(1));
		expect(await screen.text()).toContain("Call to 4 1 5, 5 5 5, 0 1 9 9. Press 1 to place the call.");

		const dialled = await webhook(id, 1, "key", { Digits: "1" });
		expect(dialled).toContain(`callerId="${janesNumber}"`);
		expect(dialled).toMatch(new RegExp(`<Number [^>]+>\\${callee}</Number>`));
		expect(stage.asked.at(-1)).toEqual({
			path: `/Calls/${sidOfPhone(janesPhones[0] ?? "")}.json`,
			form: { Status: "completed" },
		});
		await webhook(id, 1, "answered", {
			CallSid: sidOf("CA", "callee"),
			ParentCallSid: sidOfPhone(janesPhones[1] ?? ""),
		});
		expect((await load(id)).row).toMatchObject({ status: "in_progress", takenBy: "101", endedAt: null });
		await webhook(id, 0, "status", { CallStatus: "canceled" });
		const result = { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "42" };
		expect(await webhook(id, 1, "result", result)).toContain("<Hangup/>");
		await webhook(id, 1, "status", { CallStatus: "completed", CallDuration: "55" });

		const { row, kinds, legs } = await load(id);
		expect(row).toMatchObject({
			direction: "outbound",
			fromNumber: janesNumber,
			toNumber: callee,
			extension: "101",
			outcome: "answered",
			status: "completed",
			talkSeconds: 42,
			durationSeconds: 42,
		});
		expect(row?.endedAt).not.toBeNull();
		expect(kinds).toEqual(["call_placed", "call_confirmed", "callee_answered", "callee_spoke", "ended"]);
		expect(legs).toEqual([]);
	});

	it("names the contact and the company that is about to be called", async () => {
		const at = new Date();
		const contact = { id: "con_1", number: callee, sortName: "ana", createdAt: at, updatedAt: at };
		await db.insert(contacts).values({ ...contact, name: "Ana Smith", company: "Acme" });
		await place();
		const screen = await (await sendWebhook(screenOf(0), legParams(0))).text();
		expect(screen).toContain("Call to Ana Smith at Acme. Press 1 to place the call.");
	});

	it("shows the main line for a person without a number, and the number that was stage.asked for", async () => {
		await place({ as: "102" });
		expect(stage.asked.at(-1)?.form.From).toBe(mainLine);
		await place({ as: "102", from: "+14155550103" });
		expect(stage.asked.at(-1)?.form.From).toBe("+14155550103");
	});

	it.each([
		[{ DialCallStatus: "busy" }, "busy", "The line is busy"],
		[{ DialCallStatus: "no-answer" }, "no_answer", "Nobody answered"],
		[{ DialCallStatus: "failed" }, "failed", "could not be connected"],
		[{ DialCallStatus: "canceled", CallStatus: "completed" }, "canceled", "<Hangup/>"],
	])("that ends with %o is %s", async (result, outcome, words) => {
		const { id } = await place();
		await webhook(id, 0, "key", { Digits: "1" });
		expect(await webhook(id, 0, "result", { DialBridged: "false", ...result })).toContain(words);
		await webhook(id, 0, "status", { CallStatus: "completed" });
		expect((await load(id)).row).toMatchObject({ outcome, talkSeconds: null, durationSeconds: 0 });
	});

	it("is the same when the end of the line is reported before its result", async () => {
		const { id } = await place();
		await webhook(id, 0, "key", { Digits: "1" });
		await webhook(id, 0, "status", { CallStatus: "completed" });
		await webhook(id, 0, "result", {
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallDuration: "7",
		});
		expect((await load(id)).row).toMatchObject({ outcome: "answered", talkSeconds: 7, durationSeconds: 7 });
	});

	it("is not taken when nobody presses 1, whatever else is pressed", async () => {
		const { id } = await place();
		expect(await webhook(id, 0, "key", { Digits: "2" })).not.toContain("<Dial");
		await webhook(id, 0, "status", { CallStatus: "completed" });
		expect((await load(id)).row?.endedAt).toBeNull();
		await webhook(id, 1, "status", { CallStatus: "no-answer" });
		const { row, kinds } = await load(id);
		expect(row).toMatchObject({ outcome: "not_taken", status: "no_answer", durationSeconds: 0 });
		expect(kinds).toEqual(["call_placed", "call_not_taken", "ended"]);
	});

	it("is had by the first of two keys pressed at once, and the same press again has it again", async () => {
		const { id } = await place();
		const pressed = await Promise.all(
			[0, 1].map((position) => webhook(id, position, "key", { Digits: "1" })),
		);
		expect(pressed.filter((document) => document.includes("<Dial"))).toHaveLength(1);
		expect(pressed.filter((document) => document.includes("This call is over"))).toHaveLength(1);
		const winner = pressed.findIndex((document) => document.includes("<Dial"));
		expect(await webhook(id, winner, "key", { Digits: "1" })).toContain("<Dial");
	});

	it("connects nobody while the database is down", async () => {
		const { id } = await place();
		const { database } = measureDatabase(testEnv.DB);
		vi.spyOn(database, "batch").mockRejectedValue(new Error("D1 is down"));
		const answer = await sendWebhook(`/ivr/out/${id}/0/key`, legParams(0, { Digits: "1" }), { database });
		expect(answer.status).toBeLessThan(300);
		expect(await answer.text()).toContain("<Hangup/>");
	});
});
