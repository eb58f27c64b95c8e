import { endLine, setWaiting } from "../calls/change-status.ts";
import type { RecordPlan } from "../calls/hangup-plan.ts";
import type { Input, Line, Said } from "../calls/line.ts";
import { raceWithAbort } from "../calls/race-with-abort.ts";
import { RestartableWait } from "../calls/restartable-wait.ts";
import { keepUploadedAudio } from "../recordings/recording-audio.ts";
import { note } from "../timeline/timeline.ts";
import type { VerbContext } from "./verb.ts";

const charactersPerSecond = 15;

export interface RecordSettings {
	/** 0: silence does not end the recording. */
	silenceMilliseconds: number;
	finishOnKey: string;
	secondsMax: number;
}

/** Returns the key that ended the recording, or an empty text for silence and the maximum length. */
export async function takeRecording(
	{ line, signal }: VerbContext,
	settings: RecordSettings,
	plan: RecordPlan,
): Promise<string> {
	const { clock, calls } = line.ctx;
	const patience = new RestartableWait(clock, signal);
	const { promise: finished, resolve: finish } = Promise.withResolvers<string>();
	const end = (digits: string) => {
		line.input = null;
		setWaiting(line, null);
		patience.stop();
		finish(digits);
	};
	const wait = () => {
		plan.endsClockMs = endOf(plan, settings, clock.now());
		calls.save(line.call);
		patience.restart(plan.endsClockMs - clock.now(), () => end(""));
	};
	const input = takeInput(line, settings, plan, { wait, end });
	line.input = input;
	setWaiting(line, "record");
	wait();
	try {
		return await raceWithAbort(finished, signal);
	} finally {
		if (line.input === input) end("");
	}
}

function endOf(
	plan: RecordPlan,
	{ silenceMilliseconds, secondsMax }: RecordSettings,
	nowClockMilliseconds: number,
): number {
	const roomMilliseconds = (secondsMax - (plan.seconds ?? 0)) * 1000;
	const fullClockMilliseconds = Math.max(nowClockMilliseconds, plan.startedClockMs + roomMilliseconds);
	return silenceMilliseconds
		? Math.min(nowClockMilliseconds + silenceMilliseconds, fullClockMilliseconds)
		: fullClockMilliseconds;
}

function takeInput(
	line: Line,
	settings: RecordSettings,
	plan: RecordPlan,
	then: { wait: () => void; end: (digits: string) => void },
): Input {
	const { ctx, call } = line;
	const press = (key: string) => {
		if (settings.finishOnKey.includes(key)) then.end(key);
		else
			note(ctx, call.sid, { kind: "input", text: `key ${key} is recorded: it does not end the recording` });
	};
	const speak = (text: string) => {
		const seconds = Math.ceil(text.length / charactersPerSecond);
		const hasRoom = addSpeech(line, settings, plan, { seconds, transcript: text });
		if (hasRoom) then.wait();
		else then.end("");
	};
	const record = (said: Said) => {
		if (said.audio) plan.isUploadedMp3 = keepUploadedAudio(ctx, plan.recordingSid, said.audio) === "mp3";
		const hasRoom = addSpeech(line, settings, plan, said);
		if (said.endWith === "hangup") return endLine(line, "completed", "the caller hung up");
		if (!hasRoom) return then.end("");
		if (said.endWith === "#" && settings.finishOnKey.includes("#")) return then.end("#");
		setWaiting(line, null);
		then.wait();
	};
	return { press, speak, record };
}

/**
 * Adds speech that takes no time to the length of the recording and of the call. False when the recording is full.
 */
function addSpeech(
	{ call, ctx }: Line,
	settings: RecordSettings,
	plan: RecordPlan,
	{ seconds, transcript }: Pick<Said, "seconds" | "transcript">,
): boolean {
	const before = plan.seconds ?? 0;
	const total = before + seconds;
	plan.seconds = Math.min(total, settings.secondsMax);
	if (transcript !== null)
		plan.transcript = plan.transcript ? `${plan.transcript} ${transcript}` : transcript;
	if (call.answeredClockMs !== null) call.answeredClockMs -= (plan.seconds - before) * 1000;
	ctx.calls.save(call);
	note(ctx, call.sid, {
		kind: "input",
		text: `says for ${seconds} s${transcript ? `: "${transcript}"` : ""}`,
	});
	return total < settings.secondsMax;
}
