import { describe, expect, it } from "vitest";
import { type CarrierFacts, carrierChecks } from "../../src/diagnosis/carrier-checks.ts";
import { defineCheck, runChecks, sortFindings } from "../../src/diagnosis/check.ts";
import { type RecordFacts, recordChecks } from "../../src/diagnosis/record-checks.ts";
import { canText, type SenderFacts, senderChecks } from "../../src/diagnosis/sender-checks.ts";
import { workerChecks } from "../../src/diagnosis/worker-checks.ts";

const now = new Date("2026-11-22T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const idsOf = <Facts>(checks: Parameters<typeof runChecks<Facts>>[0], facts: Facts) =>
	runChecks(checks, facts).map(({ id, level }) => `${level} ${id}`);

it("runs checks in their order, names what each found, and puts the worst first", () => {
	const checks = [
		defineCheck({
			id: "late",
			level: "warning",
			check: (facts: string[]) => facts.map((name) => ({ name })),
			subject: ({ name }: { name: string }) => name,
			meaning: ({ name }: { name: string }) => `${name} is late.`,
			todo: () => "Wait.",
		}),
		defineCheck({
			id: "empty",
			level: (found: { count: number }) => (found.count > 1 ? "error" : "info"),
			check: (facts: string[]) => [{ count: facts.length }],
			meaning: () => "",
			todo: () => "",
		}),
	];
	const findings = runChecks(checks, ["a", "b"]);
	expect(findings[0]).toEqual({ id: "late:a", level: "warning", meaning: "a is late.", todo: "Wait." });
	expect(sortFindings(findings).map(({ id }) => id)).toEqual(["empty", "late:a", "late:b"]);
});

describe("a sender", () => {
	const approved = { status: "approved" as const, reason: null };
	const local: SenderFacts = {
		id: "num_101",
		number: "+14155550101",
		kind: "local",
		needsCampaign: true,
		verification: null,
		service: { name: "Sales", inbound: "number" },
		campaign: approved,
		brand: approved,
	};
	const having = (fields: Partial<SenderFacts>) => ({ ...local, ...fields });
	const pending = { status: "pending" as const, reason: null };
	const rejected = { status: "rejected" as const, reason: "Too vague." };

	it.each([
		[having({}), true, []],
		[having({ campaign: pending }), false, ["info campaign_pending"]],
		[having({ brand: pending }), false, ["info campaign_pending"]],
		[having({ brand: pending, campaign: null }), false, ["warning campaign_missing"]],
		[having({ brand: rejected }), false, ["warning brand_rejected"]],
		[having({ campaign: rejected }), false, ["warning campaign_rejected"]],
		[having({ brand: null, campaign: null, service: null }), false, ["warning brand_missing"]],
		[having({ campaign: null, service: null }), false, ["warning campaign_missing"]],
		[having({ campaign: null, brand: null, needsCampaign: false }), true, []],
		[having({ service: { name: "Sales", inbound: "here" } }), true, []],
		[having({ service: { name: "Sales", inbound: "nowhere" } }), true, ["error texts_swallowed"]],
		[having({ service: { name: "Sales", inbound: "elsewhere" } }), true, ["error texts_elsewhere"]],
		[having({ kind: "toll_free", verification: approved, brand: null, campaign: null }), true, []],
		[having({ kind: "toll_free", verification: null }), false, ["warning toll_free_unverified"]],
		[having({ kind: "toll_free", verification: pending }), false, ["info toll_free_pending"]],
		[having({ kind: "toll_free", verification: rejected }), false, ["warning toll_free_rejected"]],
	])("is judged by all that is known of it: %#", (facts, texts, ids) => {
		expect(canText(facts)).toBe(texts);
		expect(idsOf(senderChecks, facts)).toEqual(ids.map((id) => `${id}:num_101`));
	});

	it("is told the carrier's reason", () => {
		const [finding] = runChecks(senderChecks, having({ kind: "toll_free", verification: rejected }));
		expect(finding?.meaning).toContain("rejected (Too vague).");
	});
});

describe("the carrier", () => {
	const well: CarrierFacts = {
		account: { kind: "known", isTrial: false, isActive: true, clockAheadSeconds: 2 },
		troubles: [],
		numberCount: 1,
		alerts: [],
		cost: { amount: 0, currency: "USD" },
		isRegistrationKnown: true,
	};

	it.each([
		[{}, []],
		[{ account: { kind: "known", isTrial: false, isActive: true, clockAheadSeconds: null } }, []],
		[
			{ account: { kind: "known", isTrial: false, isActive: true, clockAheadSeconds: -31 } },
			["warning carrier_clock"],
		],
		[
			{ account: { kind: "known", isTrial: true, isActive: true, clockAheadSeconds: 30 } },
			["warning trial_account"],
		],
		[
			{
				account: { kind: "known", isTrial: false, isActive: false, clockAheadSeconds: 0 },
				troubles: null,
				isRegistrationKnown: false,
			},
			["error account_suspended"],
		],
		[
			{ account: { kind: "refused" }, troubles: null, isRegistrationKnown: false },
			["error credentials_refused"],
		],
		[
			{ account: { kind: "unreachable" }, troubles: null, isRegistrationKnown: false },
			["error carrier_unreachable"],
		],
		[{ numberCount: 0 }, ["warning no_numbers"]],
		[{ cost: null }, []],
		[{ cost: { amount: 1.5, currency: "USD" } }, ["info cost_of_yesterday"]],
		[{ troubles: null }, ["warning numbers_unknown"]],
		[{ isRegistrationKnown: false, alerts: null }, ["warning registration_unknown"]],
		[{ alerts: [{ code: "11200", count: 2, words: "Look at the logs." }] }, ["warning carrier_alerts:11200"]],
		[
			{
				troubles: [
					{ id: "num_1", number: "+12125550100", trouble: "no_calls", message: "It takes no calls." },
				],
			},
			["error number_no_calls:num_1"],
		],
		[
			{
				troubles: [
					{ id: "num_1", number: "+12125550100", trouble: "no_texts", message: "It takes no texts." },
				],
			},
			["warning number_no_texts:num_1"],
		],
	] as const)("is judged by what it says: %#", (facts, ids) => {
		expect(idsOf(carrierChecks, { ...well, ...facts } as CarrierFacts)).toEqual(ids);
	});
});

describe("what nobody sees", () => {
	const well: RecordFacts = {
		now,
		runningSince: minutesAgo(600),
		crons: [
			{ service: "voice", everyMinutes: 5, lastAt: minutesAgo(4) },
			{ service: "admin", everyMinutes: 1440, lastAt: minutesAgo(1500) },
		],
		deadLetters: [],
		waiting: [],
		noticeEmail: { isOn: false, people: 0, failed: 0 },
		writeMilliseconds: { p50: 150, p95: 1000 },
		hasMixedCredentials: false,
	};
	const cron = (lastAt: Date | null, everyMinutes = 5) => ({
		crons: [{ service: "voice", everyMinutes, lastAt }],
	});

	it.each([
		[{}, []],
		[cron(minutesAgo(15)), []],
		[cron(minutesAgo(16)), ["error cron_dead:voice"]],
		[{ ...cron(minutesAgo(1560), 1440), runningSince: minutesAgo(9000) }, []],
		[{ ...cron(minutesAgo(1561), 1440), runningSince: minutesAgo(9000) }, ["error cron_dead:voice"]],
		[cron(null), ["error cron_dead:voice"]],
		[{ ...cron(null), runningSince: minutesAgo(15) }, []],
		[{ ...cron(minutesAgo(600)), runningSince: minutesAgo(1) }, []],
		[{ ...cron(null), runningSince: null }, []],
		[
			{ deadLetters: [{ queue: "jobs-dead", count: 2, lastAt: minutesAgo(7 * 1440 - 1) }] },
			["warning dead_letters:jobs-dead"],
		],
		[{ deadLetters: [{ queue: "jobs-dead", count: 2, lastAt: minutesAgo(7 * 1440) }] }, []],
		[{ waiting: [{ what: "texts", count: 3, oldestAt: minutesAgo(31) }] }, ["warning work_waits:texts"]],
		[{ waiting: [{ what: "texts", count: 3, oldestAt: minutesAgo(30) }] }, []],
		[{ waiting: [{ what: "texts", count: 0, oldestAt: null }] }, []],
		[{ noticeEmail: { isOn: false, people: 1, failed: 0 } }, ["warning notice_email_off"]],
		[{ noticeEmail: { isOn: true, people: 1, failed: 0 } }, []],
		[{ noticeEmail: { isOn: true, people: 1, failed: 2 } }, ["warning notice_email_failed"]],
		[{ writeMilliseconds: { p50: 151, p95: 151 } }, ["warning database_slow"]],
		[{ writeMilliseconds: { p50: 1, p95: 1001 } }, ["warning database_slow"]],
		[{ writeMilliseconds: null }, ["error database_refuses"]],
		[{ hasMixedCredentials: true }, ["error credentials_differ"]],
	] as [Partial<RecordFacts>, string[]][])("is judged by its boundaries: %#", (facts, ids) => {
		expect(idsOf(recordChecks, { ...well, ...facts })).toEqual(ids);
	});
});

it("judges a Worker's address, secrets and models", () => {
	const well = {
		service: "voice",
		addressFault: null,
		missingSecrets: [],
		models: [{ model: "m", failure: null }],
		queues: [],
		now,
	};
	expect(idsOf(workerChecks, well)).toEqual([]);
	const ill = {
		...well,
		addressFault: "PUBLIC_URL is not set.",
		missingSecrets: ["TWILIO_AUTH_TOKEN"],
		models: [{ model: "m", failure: "timed_out" }],
		queues: [
			{ queue: "full", count: 1001, oldestAt: null },
			{ queue: "stuck", count: 1, oldestAt: minutesAgo(361) },
			{ queue: "busy", count: 1000, oldestAt: minutesAgo(360) },
			{ queue: "empty", count: 0, oldestAt: minutesAgo(9000) },
		],
	};
	expect(idsOf(workerChecks, ill)).toEqual([
		"error address_wrong:voice",
		"error secret_missing:voice/TWILIO_AUTH_TOKEN",
		"warning model_failed:voice/m",
		"warning queue_backlog:full",
		"warning queue_backlog:stuck",
	]);
});
