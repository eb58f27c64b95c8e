import { keepUploadedAudio } from "../audio/recording-audio.ts";
import { endLine, setWaiting } from "../calls/change-status.ts";
import type { Said } from "../calls/line.ts";
import { finishRecording, type RecordPlan, recordParams } from "../calls/record-plan.ts";
import { type RecordingCallback, reportRecording } from "../calls/recording.ts";
import { hear, note } from "../calls/timeline.ts";
import { unlessAborted } from "../calls/unless-aborted.ts";
import { readOptions } from "../options.ts";
import { newSid } from "../sid.ts";
import { flag, httpMethod, wholeNumber, words } from "../twiml/attributes.ts";
import { resolveUrl } from "../twiml/document.ts";
import type { Element } from "../twiml/element.ts";
import { leapTo } from "./flow.ts";
import type { Leap, VerbContext } from "./verb.ts";

const BEEP_MS = 500;
/** How fast people speak, for words that come without a duration. */
const CHARACTERS_PER_SECOND = 15;

interface RecordSettings {
	silenceMs: number;
	finishOnKey: string;
	secondsMax: number;
}

export async function record(context: VerbContext, element: Element): Promise<Leap | null> {
	const { line, signal } = context;
	const { exchange, call } = line;
	const settings = readSettings(element);
	if (flag(element, "playBeep", true)) {
		hear(line, "[beep]");
		await exchange.clock.sleep(BEEP_MS, signal);
	}
	const plan = startPlan(context, element);
	call.hangupPlan = plan;
	exchange.calls.save(call);
	reportStart(context, plan);
	const digits = await takeDown(context, settings, plan);
	call.hangupPlan = null;
	exchange.calls.save(call);
	if (plan.seconds === null && readOptions(exchange.sql).emptyRecordFallsThrough) {
		note(exchange, call.sid, "recording", "nothing was said: no recording");
		return null;
	}
	const recording = finishRecording(exchange, call, plan, exchange.clock.now());
	const params = recordParams(exchange, recording, digits);
	return leapTo(context, element.attributes.action, element, params, "record");
}

function readSettings(element: Element): RecordSettings {
	const longest = flag(element, "transcribe", false) ? 120 : 3600;
	return {
		silenceMs: wholeNumber(element, "timeout", 5) * 1000,
		finishOnKey: element.attributes.finishOnKey ?? "1234567890*#",
		secondsMax: wholeNumber(element, "maxLength", longest, 1),
	};
}

function startPlan({ line, document }: VerbContext, element: Element): RecordPlan {
	const { action: actionAddress = "", recordingStatusCallback, transcribeCallback } = element.attributes;
	const actionUrl = resolveUrl(document, actionAddress) ?? document.request?.url;
	const transcribeUrl = transcribeCallback ? resolveUrl(document, transcribeCallback) : null;
	const callbackUrl = recordingStatusCallback ? resolveUrl(document, recordingStatusCallback) : null;
	const callback: RecordingCallback | null =
		(callbackUrl && {
			url: callbackUrl,
			method: httpMethod(element, "recordingStatusCallbackMethod"),
			events: words(element, "recordingStatusCallbackEvent", "completed"),
		}) ||
		null;
	return {
		verb: "record",
		action: actionUrl ? { url: actionUrl, method: httpMethod(element) } : null,
		recordingSid: newSid("RE"),
		startedAt: Date.now(),
		startedClockMs: line.exchange.clock.now(),
		isUploadedMp3: false,
		seconds: null,
		transcript: null,
		callback,
		transcribe: flag(element, "transcribe", false) ? { url: transcribeUrl } : null,
	};
}

function reportStart({ line: { exchange, call } }: VerbContext, plan: RecordPlan): void {
	const { recordingSid: sid, startedAt: createdAt } = plan;
	reportRecording(
		exchange,
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

/** Listens until a key, silence or the longest length ends it; returns the key, or an empty text. */
async function takeDown(
	{ line, signal }: VerbContext,
	settings: RecordSettings,
	plan: RecordPlan,
): Promise<string> {
	const { exchange, call } = line;
	const { promise: finished, resolve: finish } = Promise.withResolvers<string>();
	let patience = new AbortController();

	const end = (digits: string) => {
		line.input = null;
		setWaiting(line, null);
		finish(digits);
	};
	const waitFor = (ms: number) => {
		patience.abort();
		patience = new AbortController();
		const restarted = AbortSignal.any([signal, patience.signal]);
		exchange.clock.sleep(ms, restarted).then(
			() => end(""),
			() => undefined,
		);
	};
	const waitForSilence = () => waitFor(settings.silenceMs || settings.secondsMax * 1000);
	/** Returns whether there is room for more. */
	const add = (seconds: number, transcript: string | null): boolean => {
		const total = (plan.seconds ?? 0) + seconds;
		plan.seconds = Math.min(total, settings.secondsMax);
		if (transcript !== null)
			plan.transcript = plan.transcript ? `${plan.transcript} ${transcript}` : transcript;
		// What was said in no time counts for the length of the call.
		if (call.answeredClockMs !== null) call.answeredClockMs -= seconds * 1000;
		exchange.calls.save(call);
		note(exchange, call.sid, "input", `says for ${seconds} s${transcript ? `: "${transcript}"` : ""}`);
		return total < settings.secondsMax;
	};

	line.input = {
		press: (key) => {
			if (settings.finishOnKey.includes(key)) end(key);
			else note(exchange, call.sid, "input", `key ${key} is recorded: it does not end the recording`);
		},
		speak: (text) => {
			if (add(Math.ceil(text.length / CHARACTERS_PER_SECOND), text)) waitForSilence();
			else end("");
		},
		record: (said: Said) => {
			if (said.audio)
				plan.isUploadedMp3 = keepUploadedAudio(exchange, plan.recordingSid, said.audio) === "mp3";
			const hasRoom = add(said.seconds, said.transcript);
			if (said.endWith === "hangup") return endLine(line, "completed", "the caller hung up");
			if (!hasRoom) return end("");
			if (said.endWith === "#" && settings.finishOnKey.includes("#")) return end("#");
			setWaiting(line, null);
			waitForSilence();
		},
	};
	setWaiting(line, "record");
	waitForSilence();
	try {
		return await unlessAborted(finished, signal);
	} finally {
		patience.abort();
	}
}
