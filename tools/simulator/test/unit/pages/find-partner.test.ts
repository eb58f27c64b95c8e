import { describe, expect, it } from "vitest";
import type { CallView } from "../../../pages/control/call-view.ts";
import { findPartner } from "../../../pages/domain/calls/find-partner.ts";
import { describePhone } from "../../../pages/domain/phones/describe-phone.ts";
import { makeCall } from "./call-fixture.ts";

const at = "2026-11-02T10:00:00.000Z";
const talksWith = (sid: string) => ({ at, kind: "status", text: "talks with somebody", with: sid });
const leg = (sid: string, status: string) => ({ sid, to: "+14155550151", status });

describe("findPartner", () => {
	it("finds the leg that was connected last", () => {
		const legs = [leg("CA2", "completed"), leg("CA3", "in-progress")];
		expect(findPartner({ legs, timeline: [talksWith("CA2"), talksWith("CA3")] })).toBe(legs[1]);
	});

	it.each([
		["a leg rings", "ringing", []],
		["a leg that answered is asked whether it wants the call", "in-progress", []],
		["the leg has gone", "completed", [talksWith("CA2")]],
	])("finds nobody while %s", (_, status, timeline: CallView["timeline"]) => {
		expect(findPartner({ legs: [leg("CA2", status)], timeline })).toBeNull();
	});
});

describe("describePhone", () => {
	it.each([
		["the company rings somebody", { kind: "ring" as const, since: at }, "Calling"],
		["the company waits for a key", { kind: "digits" as const, since: at }, "In call"],
		["somebody talks with the caller", null, "In call"],
	])("says for a caller while %s", (_, waitingFor, word) => {
		expect(describePhone({ kind: "talking", call: makeCall({ waitingFor }) })).toBe(word);
	});
});
