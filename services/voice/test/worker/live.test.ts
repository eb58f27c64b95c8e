import type { LiveEvent } from "@cloudpbx/contracts/live";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import { beforeAll, describe, expect, it } from "vitest";
import { sendWebhook, sidOf } from "./carrier.ts";
import { caller, foundCompany, mainLine } from "./directory.ts";

beforeAll(foundCompany);

const call = { CallSid: sidOf("CA", "live"), From: caller, To: mainLine, CallStatus: "in-progress" };
const recording = { CallSid: call.CallSid, RecordingSid: sidOf("RE", "live"), RecordingDuration: "9" };
const callId = callIdOf(call.CallSid);
const voicemailId = voicemailIdOf(recording.RecordingSid);

function messagingThat(publishLive: (events: LiveEvent[]) => Promise<unknown>) {
	return { MESSAGING: { publishLive } as unknown as VoiceEnv["MESSAGING"] };
}

async function eventsOf(path: string, params: Record<string, string>, signature?: string) {
	const told: LiveEvent[] = [];
	const env = messagingThat(async (events) => told.push(...events));
	await sendWebhook(path, params, { env, ...(signature !== undefined && { signature }) });
	return told;
}

describe("browsers", () => {
	it.each<[string, Record<string, string>, LiveEvent[]]>([
		["/ivr/inbound", call, [{ kind: "call", callId, status: "in_progress" }]],
		["/ivr/menu/1", { ...call, Digits: "101" }, [{ kind: "call", callId, status: "in_progress" }]],
		[
			"/ivr/voicemail/101/finished",
			{ ...call, ...recording },
			[
				{ kind: "call", callId, status: "in_progress" },
				{ kind: "voicemail", voicemailId },
			],
		],
		["/ivr/voicemail/101/recorded", recording, [{ kind: "voicemail", voicemailId }]],
		[
			"/ivr/status",
			{ ...call, CallStatus: "completed", CallDuration: "9" },
			[{ kind: "call", callId, status: "completed" }],
		],
	])("hear of %s", async (path, params, events) => {
		expect(await eventsOf(path, params)).toEqual(events);
	});

	it("hear nothing of a forged webhook", async () => {
		expect(await eventsOf("/ivr/inbound", call, "forged")).toEqual([]);
	});
});

it("answers the caller when messaging is down", async () => {
	for (const publishLive of [
		() => Promise.reject(new Error("down")),
		() => {
			throw new TypeError("there is no such binding");
		},
	]) {
		const response = await sendWebhook("/ivr/inbound", call, { env: messagingThat(publishLive) });
		expect(await response.text()).toContain("Thank you for calling Acme Corp.");
	}
});
