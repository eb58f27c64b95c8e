import { excludeClockJump } from "../calls/exclude-clock-jump.ts";
import type { RecordPlan } from "../calls/hangup-plan.ts";
import { hear } from "../calls/hear.ts";
import { readOptions } from "../options.ts";
import { finishRecording, recordParams } from "../recordings/finish-recording.ts";
import { type RecordingCallback, reportRecording } from "../recordings/recording.ts";
import { newSid } from "../sid.ts";
import { note } from "../timeline/timeline.ts";
import { flag, httpMethod, wholeNumber, words } from "../twiml/attributes.ts";
import { resolveUrl } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";
import { leapTo } from "./flow.ts";
import { type RecordSettings, takeRecording } from "./take-recording.ts";
import type { Leap, VerbContext } from "./verb.ts";

const beepMilliseconds = 500;

export async function record(context: VerbContext, element: Element): Promise<Leap | null> {
	const { line, signal } = context;
	const { ctx, call } = line;
	const settings = readSettings(element);
	if (flag(element, "playBeep", true)) {
		hear(line, "[beep]");
		await ctx.clock.sleep(beepMilliseconds, signal);
	}
	const plan = startPlan(context, element, settings);
	call.hangupPlan = plan;
	ctx.calls.save(call);
	reportStart(context, plan);
	const digits = await takeRecording(context, settings, plan);
	call.hangupPlan = null;
	ctx.calls.save(call);
	excludeClockJump(line, plan.endsClockMs);
	if (plan.seconds === null && readOptions(ctx.sql).emptyRecordFallsThrough) {
		note(ctx, call.sid, { kind: "recording", text: "nothing was said: no recording" });
		return null;
	}
	const recording = finishRecording(ctx, call, plan, ctx.clock.now());
	const params = recordParams(ctx, recording, digits);
	return leapTo(context, element, { address: element.attributes.action, params, kind: "record" });
}

function readSettings(element: Element): RecordSettings {
	const longest = flag(element, "transcribe", false) ? 120 : 3600;
	return {
		silenceMilliseconds: wholeNumber(element, "timeout", 5) * 1000,
		finishOnKey: element.attributes.finishOnKey ?? "1234567890*#",
		secondsMax: wholeNumber(element, "maxLength", longest, { min: 1 }),
	};
}

function startPlan(
	{ line, document }: VerbContext,
	element: Element,
	{ secondsMax }: RecordSettings,
): RecordPlan {
	const startedClockMilliseconds = line.ctx.clock.now();
	const { action: actionAddress = "", recordingStatusCallback, transcribeCallback } = element.attributes;
	const actionUrl = resolveUrl(document, actionAddress) ?? document.request?.url;
	const transcribeUrl = transcribeCallback ? resolveUrl(document, transcribeCallback) : null;
	const callbackUrl = recordingStatusCallback ? resolveUrl(document, recordingStatusCallback) : null;
	const callback: RecordingCallback | null = callbackUrl
		? {
				url: callbackUrl,
				method: httpMethod(element, "recordingStatusCallbackMethod"),
				events: words(element, "recordingStatusCallbackEvent", "completed"),
			}
		: null;
	return {
		verb: "record",
		action: actionUrl ? { url: actionUrl, method: httpMethod(element) } : null,
		recordingSid: newSid("RE"),
		startedAt: Date.now(),
		startedClockMs: startedClockMilliseconds,
		endsClockMs: startedClockMilliseconds + secondsMax * 1000,
		isUploadedMp3: false,
		seconds: null,
		transcript: null,
		callback,
		transcribe: flag(element, "transcribe", false) ? { url: transcribeUrl } : null,
	};
}

function reportStart({ line: { ctx, call } }: VerbContext, plan: RecordPlan): void {
	const { recordingSid: sid, startedAt: createdAt } = plan;
	reportRecording(
		ctx,
		{
			sid,
			callSid: call.sid,
			status: "in-progress",
			source: "RecordVerb",
			channels: 1,
			createdAt,
			updatedAt: createdAt,
			durationSeconds: 0,
			isUploadedMp3: false,
			transcript: null,
		},
		plan.callback,
	);
}
