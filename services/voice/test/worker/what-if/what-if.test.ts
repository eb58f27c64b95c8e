import { createExecutionContext } from "cloudflare:test";
import type { WhatIf } from "@cloudpbx/contracts/calls/what-if";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { callEvents, calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { callIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { sidOf, testEnv } from "../carrier.ts";
import { foundCompany, mainLine } from "../directory.ts";
import { playCall } from "../play-call.ts";

const db = openDb(testEnv.DB);
const groupLine = "+14155550110";
const lines = [mainLine, "+14155550101", "+14155550103", groupLine];
const phones: Record<string, string> = {
	"101": "+14155550151",
	"102": "+14155550152",
	"105": "+14155550155",
};
const at = new Date("2026-11-01T12:00:00Z");

beforeEach(async () => {
	await foundCompany();
	await db.insert(extensions).values({
		id: "ext_110",
		ext: "110",
		kind: "group",
		name: "Sales",
		members: ["ext_102", "ext_101", "ext_105"],
		status: "active",
		createdAt: at,
		updatedAt: at,
	});
	await db.insert(phoneNumbers).values({
		id: "num_110",
		number: groupLine,
		kind: "local",
		extensionId: "ext_110",
		createdAt: at,
	});
	vi.useFakeTimers({ toFake: ["Date"] });
});

afterEach(async () => {
	vi.useRealTimers();
	await db.batch([
		db.delete(phoneNumbers),
		db.delete(extensions),
		db.delete(settings),
		db.delete(callEvents),
		db.delete(calls),
	]);
});

async function ask(question: object): Promise<WhatIf> {
	const answer = await new VoiceService(createExecutionContext(), testEnv).whatIf(question as never);
	if (!answer.ok) throw new Error(answer.error.message);
	return answer.value;
}

function set(key: string, chosen: unknown) {
	// Objects of fast-check have no prototype.
	const value: unknown = JSON.parse(JSON.stringify(chosen));
	return db
		.insert(settings)
		.values({ key, value, updatedAt: at })
		.onConflictDoUpdate({ target: settings.key, set: { value } });
}

const clock = fc.constantFrom("00:00", "08:59", "09:00", "12:00", "13:00", "17:00", "17:01", "23:59");
const day = fc
	.tuple(clock, clock)
	.filter(([start, end]) => start < end)
	.map((interval) => [interval]);
const week = fc.record(
	{ monday: day, wednesday: day, friday: day, sunday: day, saturday: fc.constant([]) },
	{ requiredKeys: [] },
);
const closed = fc.oneof(
	fc.record({
		greeting: fc.constantFrom(null, "We are out."),
		then: fc.constantFrom("menu", "receptionist"),
	}),
	fc.constant({ greeting: null, then: "voicemail", extension: "ext_103" }),
	fc.constant({ greeting: "Night desk.", then: "number", number: "+14155550170" }),
);
const configuration = fc.record({
	hours: fc.record({
		week,
		exceptions: fc.constantFrom(
			[],
			[
				{
					name: "Moving",
					from: "2026-12-21",
					to: "2026-12-27",
					intervals: [["10:00", "11:00"]],
					greeting: "We moved.",
				},
			],
		),
		holidays: fc.constantFrom({ country: null, names: [] }, { country: "US", names: ["Christmas Day"] }),
		override: fc.constantFrom(null, { state: "closed", until: "2026-12-24T12:00:00Z", greeting: null }),
		closed,
	}),
	isAssistantOn: fc.boolean(),
	ringing: fc.constantFrom("together" as const, "in_order" as const),
	own: fc.constantFrom(null, "always" as const, {
		week: { monday: [["09:00", "12:00"]] as [string, string][] },
	}),
	blocklist: fc.constantFrom(
		[],
		[{ prefix: "+1212", then: "reject" }],
		[{ anonymous: true, then: "voicemail" }],
	),
});
const question = fc.record({
	to: fc.constantFrom(...lines),
	from: fc.constantFrom("+14155550199", "+12125550177", null),
	at: fc.date({
		min: new Date("2026-10-30T00:00:00Z"),
		max: new Date("2027-03-20T00:00:00Z"),
		noInvalidDate: true,
	}),
	keys: fc.array(fc.constantFrom("", "0", "9", "101", "102", "103", "110", "105", "150", "7", "*"), {
		maxLength: 5,
	}),
	answers: fc.subarray(["101", "102", "105"]),
});

describe("what if", () => {
	it("says of any office, instant and keys what then happens", async () => {
		let count = 0;
		await fc.assert(
			fc.asyncProperty(
				configuration,
				question,
				async ({ hours, isAssistantOn, ringing, own, blocklist }, asked) => {
					await set("hours", hours);
					await set("isAssistantOn", isAssistantOn);
					await set("timeZone", "America/New_York");
					await set("blocklist", { items: blocklist });
					await db.update(extensions).set({ ringing, hours: own }).where(eq(extensions.ext, "110"));
					vi.setSystemTime(asked.at);

					const told = await ask({ ...asked, at: asked.at.toISOString() });
					const word = `w${count++}`;
					const taking = asked.answers.flatMap((ext) =>
						ext === "110" ? Object.values(phones) : (phones[ext] ?? []),
					);
					const played = await playCall(word, { ...asked, taking });
					const rings = told.steps.flatMap((step) => (step.kind === "rings" ? [step.phones ?? []] : []));
					expect({ heard: told.steps.flatMap(({ text }) => text ?? []).join(" "), rung: rings }).toEqual({
						heard: played.heard,
						rung: played.rung,
					});
					const [row] = await db
						.select()
						.from(calls)
						.where(eq(calls.id, callIdOf(sidOf("CA", word))));
					// Nobody speaks at the tone here, so that no message is left.
					const reached = told.outcome === "voicemail" && played.hasTone ? "abandoned" : told.outcome;
					expect(row?.outcome).toBe(reached);
					const box = told.steps.find(({ kind }) => kind === "records");
					if (box && box.extension !== null) expect(row?.extension).toBe(box.extension);
				},
			),
			{ numRuns: 120 },
		);
		expect(count).toBeGreaterThanOrEqual(120);
	}, 120_000);

	it("stores, dials and sends nothing, and reads one row", async () => {
		const before = await Promise.all(
			[calls, callEvents, receptionistTurns, voicemails].map((table) => db.$count(table)),
		);
		await ask({ to: mainLine, keys: ["0", "101"], answers: ["101"] });
		expect(
			await Promise.all([calls, callEvents, receptionistTurns, voicemails].map((table) => db.$count(table))),
		).toEqual(before);
	});

	it("names the rule that decides", async () => {
		await set("hours", {
			week: {},
			exceptions: [],
			holidays: { country: "US", names: ["Christmas Day"] },
			override: null,
			closed: { greeting: null, then: "menu" },
		});
		const christmas = { at: "2026-12-25T17:00:00Z" };
		const main = await ask({ to: mainLine, ...christmas });
		expect(main).toMatchObject({ isOpen: false, because: "Christmas Day", outcome: "abandoned" });
		expect(main.steps[0]).toMatchObject({ kind: "asks", because: "closed: Christmas Day" });
		const own = await ask({ to: "+14155550101", ...christmas });
		expect(own).toMatchObject({ outcome: "voicemail" });
		expect(own.steps.at(-1)).toMatchObject({ kind: "records", extension: "101" });
		expect(own.steps[0]).toMatchObject({ kind: "says", because: "closed: Christmas Day" });
	});

	it("names the rule where a call ends without a word", async () => {
		await set("blocklist", { items: [{ number: "+14155550199", then: "reject" }] });
		expect(await ask({ to: mainLine, from: "+14155550199" })).toMatchObject({
			steps: [{ kind: "ends", because: "the caller is blocked" }],
			outcome: "blocked",
		});
	});

	it("rings whoever picks up, and goes on when nobody does", async () => {
		expect(await ask({ to: "+14155550101", answers: ["101"] })).toMatchObject({
			steps: [{ kind: "rings", extension: "101", phones: ["+14155550151"], seconds: 20 }, { kind: "ends" }],
			outcome: "answered",
		});
		const { steps } = await ask({ to: "+14155550101" });
		expect(steps.map(({ kind }) => kind)).toEqual(["rings", "says", "records"]);
		expect(steps[1]).toMatchObject({ because: "nobody took the call" });
	});

	it.each([
		[{ to: "101" }],
		[{ to: mainLine, at: "tomorrow" }],
		[{ to: mainLine, keys: ["abc"] }],
		[{ to: mainLine, answers: ["999"] }],
		[{ to: mainLine, from: "withheld" }],
		[{ to: mainLine, more: 1 }],
		[{}],
	])("refuses %j in words", async (question) => {
		const answer = await new VoiceService(createExecutionContext(), testEnv).whatIf(question as never);
		expect(answer).toMatchObject({ ok: false, error: { code: "bad_input" } });
	});
});
