import type { WaitingKind } from "../calls/call.ts";
import { setWaiting } from "../calls/change-status.ts";
import { excludeClockJump } from "../calls/exclude-clock-jump.ts";
import type { Input } from "../calls/line.ts";
import { raceWithAbort } from "../calls/race-with-abort.ts";
import { RestartableWait } from "../calls/restartable-wait.ts";
import { note } from "../timeline/timeline.ts";
import type { VerbContext } from "./verb.ts";

export interface GatherSettings {
	hasDigits: boolean;
	hasSpeech: boolean;
	timeoutMilliseconds: number;
	speechTimeoutMilliseconds: number;
	digitsMax: number;
	finishOnKey: string;
}

export interface Heard {
	digits: string;
	/** Empty when the timeout or the number of keys ended the input. */
	finishedOnKey: string;
	speech: string;
	confidence: number | null;
}

/** Writes into `heard`. The first key or word ends the prompts, and its kind of input excludes the other. */
export async function listen(
	context: VerbContext,
	settings: GatherSettings,
	heard: Heard,
	on: { prompts: (signal: AbortSignal) => Promise<void>; onSpeech: () => void },
): Promise<void> {
	const { line, signal } = context;
	const bargeIn = new AbortController();
	const patience = new RestartableWait(line.ctx.clock, signal);
	const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
	const end = () => {
		line.input = null;
		setWaiting(line, null);
		bargeIn.abort(new PromptsStopped());
		patience.stop();
		finish();
	};
	// In a queue the jump counts for the wait in the queue, whatever its music does.
	const giveUp = (endedClockMilliseconds: number) => {
		if (!context.scope.signal) excludeClockJump(line, endedClockMilliseconds);
		end();
	};
	const input = takeInput(context, settings, heard, {
		begin: () => bargeIn.abort(new PromptsStopped()),
		wait: (milliseconds) => patience.restart(milliseconds, giveUp),
		end,
		onSpeech: on.onSpeech,
	});
	line.input = input;
	setWaiting(line, waitingKind(settings));
	const prompts = on.prompts(AbortSignal.any([signal, bargeIn.signal])).then(
		() => patience.restart(settings.timeoutMilliseconds, giveUp),
		(error: unknown) => {
			if (!(error instanceof PromptsStopped)) throw error;
		},
	);
	try {
		await Promise.all([prompts, raceWithAbort(finished, signal)]);
	} finally {
		if (line.input === input) end();
	}
}

function takeInput(
	{ line }: VerbContext,
	settings: GatherSettings,
	heard: Heard,
	then: { begin: () => void; wait: (milliseconds: number) => void; end: () => void; onSpeech: () => void },
): Input {
	const lose = (what: string) =>
		note(line.ctx, line.call.sid, {
			kind: "lost",
			text: `"${what}" was lost: the other kind of input came first`,
		});
	const press = (key: string) => {
		if (heard.speech) return lose(key);
		then.begin();
		if (settings.hasSpeech && !heard.digits) setWaiting(line, "digits");
		if (key === settings.finishOnKey) heard.finishedOnKey = key;
		else heard.digits += key;
		if (heard.finishedOnKey || heard.digits.length >= settings.digitsMax) then.end();
		else then.wait(settings.timeoutMilliseconds);
	};
	const speak = (text: string, confidence: number | null) => {
		if (heard.digits) return lose(text);
		then.begin();
		heard.speech = heard.speech ? `${heard.speech} ${text}` : text;
		heard.confidence = confidence;
		then.onSpeech();
		setWaiting(line, null);
		then.wait(settings.speechTimeoutMilliseconds);
	};
	return { ...(settings.hasDigits && { press }), ...(settings.hasSpeech && { speak }) };
}

class PromptsStopped extends Error {
	override name = "PromptsStopped";
}

function waitingKind({ hasDigits, hasSpeech }: GatherSettings): WaitingKind {
	if (hasDigits && hasSpeech) return "digits speech";
	return hasSpeech ? "speech" : "digits";
}
