import { runChecks } from "@cloudpbx/domain/diagnosis/check";
import { describe, expect, it } from "vitest";
import { type OutsideFacts, outsideChecks } from "../../src/outside-checks.ts";
import type { ProbeTry } from "../../src/try-probes.ts";

const object = { type: "trigger", name: "calls_counted" };
const database = { migrations: ["0000_a.sql"], objects: [object], writeMilliseconds: { p50: 1, p95: 2 } };
const diagnosis = { checkedAt: "2026-11-22T12:00:00Z", findings: [], probes: [], database };
const well: OutsideFacts = {
	installation: { url: "https://phones.acme.co", apiKey: "key", isLocal: false, dataFolder: null },
	health: { kind: "answered", services: [{ service: "voice", isReady: true, message: null }] },
	diagnosis: { kind: "known", diagnosis, aheadSeconds: -30 },
	tries: [],
	declared: { objects: [object], migrations: ["0000_a.sql"] },
};
const ids = (facts: Partial<OutsideFacts>) =>
	runChecks(outsideChecks, { ...well, ...facts }).map(({ id, level }) => `${level} ${id}`);

it("finds nothing when all is well", () => {
	expect(ids({})).toEqual([]);
});

it.each([
	[{ health: { kind: "unreachable" } }, ["error address_unreachable"]],
	[{ health: { kind: "strange", status: 200 } }, ["error address_strange"]],
	[{ diagnosis: { kind: "key_refused" } }, ["error key_refused"]],
	[{ diagnosis: { kind: "failed", reason: "HTTP status 500" } }, ["error diagnosis_failed"]],
	[{ diagnosis: { kind: "known", diagnosis, aheadSeconds: 31 } }, ["warning clock_skew"]],
	[{ declared: { objects: [object], migrations: [] } }, ["warning migration_unknown:0000_a.sql"]],
	[
		{
			declared: {
				objects: [object, { type: "table", name: "new" }],
				migrations: ["0000_a.sql", "0001_b.sql"],
			},
		},
		["error migration_missing:0001_b.sql"],
	],
	[
		{ declared: { objects: [object, { type: "table", name: "calls" }], migrations: ["0000_a.sql"] } },
		["error table_missing:calls"],
	],
] as [Partial<OutsideFacts>, string[]][])("finds what is wrong: %#", (facts, found) => {
	expect(ids(facts)).toEqual(found);
});

describe("a webhook's address", () => {
	const signed = { body: "a=b", signature: "s" };
	const probe = { id: "/ivr/x", purpose: "calls" as const, url: "https://a.co/ivr/x", signed, isOurs: true };
	const tried = (unsigned: number | null, answer: number | null | undefined, isOurs = true): ProbeTry[] => [
		{ probe: { ...probe, isOurs }, unsigned, signed: answer },
	];

	it.each([
		[tried(403, 200), []],
		[tried(403, undefined), []],
		[tried(null, null), ["error webhook_unreachable:/ivr/x"]],
		[tried(200, 200), ["error webhook_open:/ivr/x"]],
		[tried(404, 404), ["error webhook_strange:/ivr/x"]],
		[tried(302, 302), ["error webhook_strange:/ivr/x"]],
		[tried(403, 403), ["error webhook_refused:/ivr/x"]],
		[tried(404, undefined, false), []],
		[tried(502, undefined, false), ["error webhook_strange:/ivr/x"]],
	])("refuses strangers and takes what is signed: %#", (tries, found) => {
		expect(ids({ tries })).toEqual(found);
	});
});
