import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchCall } from "../../src/rest/fetch-call.ts";
import { deleteRecording, listRecordings } from "../../src/rest/recordings.ts";
import { account, errorBody, fakeCarrier, pageBody } from "./fake-carrier.ts";

afterEach(() => vi.unstubAllGlobals());

const callSid = `CA${"c".repeat(32)}`;
const recordingSid = `RE${"d".repeat(32)}`;

function recordingBody(createdAt: string, overrides = {}) {
	return {
		sid: recordingSid,
		call_sid: callSid,
		status: "completed",
		duration: "7",
		date_created: createdAt,
		...overrides,
	};
}

describe("fetching a call", () => {
	it("tells its parties, its state, its length and its end", async () => {
		const { carrier, asked } = fakeCarrier(
			{
				status: 200,
				body: {
					status: "no-answer",
					direction: "inbound",
					duration: "42",
					from: "+14155550199",
					to: "+12125550100",
					start_time: "Sun, 22 Nov 2026 11:59:18 +0000",
					end_time: "Sun, 22 Nov 2026 12:00:00 +0000",
				},
			},
			{
				status: 200,
				body: {
					status: "in-progress",
					duration: null,
					from: "anonymous",
					to: "+12125550100",
					end_time: null,
				},
			},
		);
		expect(await fetchCall(carrier, callSid)).toEqual({
			ok: true,
			value: {
				isInbound: true,
				from: "+14155550199",
				to: "+12125550100",
				startedAt: new Date("2026-11-22T11:59:18Z"),
				status: "no_answer",
				durationSeconds: 42,
				endedAt: new Date("2026-11-22T12:00:00Z"),
			},
		});
		expect(await fetchCall(carrier, callSid)).toMatchObject({
			ok: true,
			value: {
				isInbound: false,
				from: null,
				status: "in_progress",
				startedAt: null,
				durationSeconds: 0,
				endedAt: null,
			},
		});
		expect(asked[0]).toMatchObject({ method: "GET", path: `/Calls/${callSid}.json` });
	});

	it("does not know a call that the carrier does not know, nor a state without a name", async () => {
		const { carrier } = fakeCarrier(errorBody(404, 20404), { status: 200, body: { status: "levitating" } });
		expect(await fetchCall(carrier, callSid)).toMatchObject({ ok: false, problem: { kind: "not_found" } });
		expect(await fetchCall(carrier, callSid)).toMatchObject({
			ok: false,
			problem: { kind: "unknown_outcome" },
		});
	});
});

describe("recordings", () => {
	it("are listed since an instant, from every page", async () => {
		const path = `/2010-04-01/Accounts/${account.accountSid}/Recordings.json?Page=1&PageToken=x`;
		const { carrier, asked } = fakeCarrier(
			{ status: 200, body: pageBody("recordings", [recordingBody("Sun, 22 Nov 2026 12:00:00 +0000")], path) },
			{
				status: 200,
				body: pageBody("recordings", [
					recordingBody("Sun, 22 Nov 2026 11:00:00 +0000", { status: "processing", duration: "-1" }),
					recordingBody("Sat, 21 Nov 2026 11:59:59 +0000"),
				]),
			},
		);
		const result = await listRecordings(carrier, { since: new Date("2026-11-21T12:00:00Z") });
		expect(result).toEqual({
			ok: true,
			value: [
				{
					recordingSid,
					callSid,
					isCompleted: true,
					durationSeconds: 7,
					createdAt: new Date("2026-11-22T12:00:00Z"),
				},
				{
					recordingSid,
					callSid,
					isCompleted: false,
					durationSeconds: 0,
					createdAt: new Date("2026-11-22T11:00:00Z"),
				},
			],
		});
		expect(asked.map((request) => request.path)).toEqual([
			"/Recordings.json?DateCreated%3E=2026-11-21T12%3A00%3A00.000Z&PageSize=1000",
			"/Recordings.json?Page=1&PageToken=x",
		]);
	});

	it("are deleted once, and a second time without complaint", async () => {
		const { carrier, asked } = fakeCarrier({ status: 204 }, errorBody(404, 20404), "hangs up");
		expect(await deleteRecording(carrier, recordingSid)).toEqual({ ok: true, value: null });
		expect(await deleteRecording(carrier, recordingSid)).toEqual({ ok: true, value: null });
		expect(await deleteRecording(carrier, recordingSid)).toMatchObject({ ok: false });
		expect(asked[0]).toMatchObject({ method: "DELETE", path: `/Recordings/${recordingSid}.json` });
	});
});
