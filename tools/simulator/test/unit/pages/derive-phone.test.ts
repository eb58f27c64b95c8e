import { expect, it } from "vitest";
import { derivePhone } from "../../../pages/domain/phones/derive-phone.ts";

import { makeCall } from "./call-fixture.ts";

const caller = "+14155550199";
const mobile = "+14155550151";
const leg = (status: string, endedAt: string | null = null) =>
	makeCall({
		sid: "CA2",
		parentSid: "CA1",
		to: mobile,
		direction: "outbound-dial",
		status,
		startedAt: "2026-11-02T10:00:05.000Z",
		endedAt,
	});

it("is idle without a call", () => {
	expect(derivePhone(caller, [])).toEqual({ kind: "idle", lastCall: null });
});

it("is calling until the company answers", () => {
	const call = makeCall({ status: "ringing", answeredAt: null });
	expect(derivePhone(caller, [call])).toEqual({ kind: "calling", call });
});

it("is talking once the company has answered, whatever its legs do", () => {
	const call = makeCall();
	expect(derivePhone(caller, [call, leg("ringing")])).toEqual({ kind: "talking", call });
});

it("rings when a leg reaches it", () => {
	const call = leg("ringing");
	expect(derivePhone(mobile, [makeCall(), call])).toEqual({ kind: "ringing", call });
});

it("does not ring before the leg has reached it", () => {
	expect(derivePhone(mobile, [makeCall(), leg("initiated")])).toMatchObject({ kind: "idle" });
});

it("rings for a call that the company places by itself", () => {
	const call = makeCall({
		from: "+18005550100",
		to: mobile,
		direction: "outbound-api",
		status: "ringing",
	});
	expect(derivePhone(mobile, [call])).toMatchObject({ kind: "ringing" });
});

it("is calling when it dials another phone, which rings by its own leg", () => {
	const call = makeCall({ to: mobile, direction: "direct", status: "ringing" });
	const itsLeg = { ...leg("ringing"), direction: "direct" };
	expect(derivePhone(caller, [call, itsLeg])).toEqual({ kind: "calling", call });
	expect(derivePhone(mobile, [call, itsLeg])).toEqual({ kind: "ringing", call: itsLeg });
});

it("keeps the call it talks on when another one rings", () => {
	const first = leg("in-progress");
	const second = { ...leg("ringing"), sid: "CA3", startedAt: "2026-11-02T10:00:09.000Z" };
	expect(derivePhone(mobile, [second, first])).toEqual({ kind: "talking", call: first });
});

it("holds the first call when the company passes it on to another of its numbers", () => {
	const first = makeCall();
	const passedOn = makeCall({ sid: "CA9", to: "+14155550101", startedAt: "2026-11-02T10:00:07.000Z" });
	expect(derivePhone(caller, [passedOn, first])).toEqual({ kind: "talking", call: first });
});

it("remembers the newest ended call", () => {
	const older = leg("completed", "2026-11-02T10:01:00.000Z");
	const newer = { ...older, sid: "CA3", startedAt: "2026-11-02T11:00:00.000Z" };
	expect(derivePhone(mobile, [older, newer])).toEqual({ kind: "idle", lastCall: newer });
});
