import type { Exchange } from "../context.ts";
import { readOptions } from "../options.ts";
import {
	type Recording,
	type RecordingCallback,
	recordingUrl,
	reportRecording,
} from "../recordings/recording.ts";
import { newSid } from "../sid.ts";
import type { Call } from "./call.ts";
import type { Action } from "./hangup-plan.ts";

/** A <Dial> at work. */
export interface DialPlan {
	verb: "dial";
	action: Action | null;
	/** The leg that was answered, else the first one; null without legs. */
	legSid: string | null;
	/** Network time at which the two could talk; null until then. */
	bridgedClockMs: number | null;
	/** Network time at which the timeLimit parts them; null until they talk. */
	endsClockMs: number | null;
	/** A conference has no leg of its own and ends as answered. */
	isConference: boolean;
	/** More about a queue that was dialled. */
	extraParams: Record<string, string>;
	record: { channels: 1 | 2; callback: RecordingCallback | null } | null;
}

/** The action's parameters for a caller who hung up. */
export function dialParams(
	exchange: Exchange,
	call: Call,
	plan: DialPlan,
	atClockMs: number,
): Record<string, string> {
	const isBridged = plan.bridgedClockMs !== null;
	const talked = plan.isConference ? "answered" : "completed";
	const status = isBridged ? talked : readOptions(exchange.sql).abandonedDialCallStatus;
	return dialResultParams(exchange, call, plan, status, atClockMs);
}

/** The action's parameters, with a recording of the conversation if one was wanted. */
export function dialResultParams(
	exchange: Exchange,
	call: Call,
	plan: DialPlan,
	status: string,
	atClockMs: number,
): Record<string, string> {
	const seconds = talkSeconds(plan, atClockMs);
	const recording = keepConversation(exchange, call, plan, seconds);
	return {
		DialCallStatus: status,
		...(readOptions(exchange.sql).dialBridgedIsSent && {
			DialBridged: String(plan.bridgedClockMs !== null),
		}),
		...(plan.legSid && { DialCallSid: plan.legSid }),
		...(plan.legSid && status === "completed" && { DialCallDuration: String(seconds ?? 0) }),
		...plan.extraParams,
		...(recording && { RecordingUrl: recordingUrl(exchange, recording.sid), RecordingSid: recording.sid }),
	};
}

/** Null when they never talked. A clock that jumps goes past the end of the conversation. */
function talkSeconds({ bridgedClockMs, endsClockMs }: DialPlan, atClockMs: number): number | null {
	if (bridgedClockMs === null) return null;
	const endedClockMs = Math.min(atClockMs, endsClockMs ?? atClockMs);
	return Math.max(1, Math.round((endedClockMs - bridgedClockMs) / 1000));
}

function keepConversation(
	exchange: Exchange,
	call: Call,
	plan: DialPlan,
	seconds: number | null,
): Recording | null {
	if (!plan.record || seconds === null) return null;
	const recording: Recording = {
		sid: newSid("RE"),
		callSid: call.sid,
		status: "completed",
		source: "DialVerb",
		channels: plan.record.channels,
		createdAt: Date.now() - seconds * 1000,
		updatedAt: Date.now(),
		durationSeconds: seconds,
		isUploadedMp3: false,
		transcript: null,
	};
	exchange.recordings.save(recording);
	reportRecording(exchange, recording, plan.record.callback);
	return recording;
}
