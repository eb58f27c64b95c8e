import { readOptions } from "../options.ts";
import { type Recording, recordingUrl, reportRecording } from "../recordings/recording.ts";
import type { RecordingContext } from "../recordings/recording-context.ts";
import { newSid } from "../sid.ts";
import type { Call } from "./call.ts";
import type { DialPlan } from "./hangup-plan.ts";

export function dialParams(
	ctx: RecordingContext,
	call: Call,
	plan: DialPlan,
	atClockMilliseconds: number,
): Record<string, string> {
	const isBridged = plan.bridgedClockMs !== null;
	const talked = plan.isConference ? "answered" : "completed";
	const status = isBridged ? talked : readOptions(ctx.sql).abandonedDialCallStatus;
	return dialResultParams(ctx, call, plan, { status, atClockMilliseconds: atClockMilliseconds });
}

/** Returns the parameters of Dial's action. Stores the recording of the conversation first, if there is one. */
export function dialResultParams(
	ctx: RecordingContext,
	call: Call,
	plan: DialPlan,
	{ status, atClockMilliseconds }: { status: string; atClockMilliseconds: number },
): Record<string, string> {
	const seconds = talkSeconds(plan, atClockMilliseconds);
	const recording = keepConversation(ctx, call, plan, seconds);
	return {
		DialCallStatus: status,
		...(readOptions(ctx.sql).dialBridgedIsSent && {
			DialBridged: String(plan.bridgedClockMs !== null),
		}),
		...(plan.legSid && { DialCallSid: plan.legSid }),
		...(plan.legSid && status === "completed" && { DialCallDuration: String(seconds ?? 0) }),
		...plan.extraParams,
		...(recording && { RecordingUrl: recordingUrl(ctx, recording.sid), RecordingSid: recording.sid }),
	};
}

/** Null when the two never talked. A clock that jumps can pass the end of the conversation. */
function talkSeconds({ bridgedClockMs, endsClockMs }: DialPlan, atClockMilliseconds: number): number | null {
	if (bridgedClockMs === null) return null;
	const endedClockMilliseconds = Math.min(atClockMilliseconds, endsClockMs ?? atClockMilliseconds);
	return Math.max(1, Math.round((endedClockMilliseconds - bridgedClockMs) / 1000));
}

function keepConversation(
	ctx: RecordingContext,
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
	ctx.recordings.save(recording);
	reportRecording(ctx, recording, plan.record.callback);
	return recording;
}
