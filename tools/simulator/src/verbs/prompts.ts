import { hear } from "../calls/hear.ts";
import type { Line } from "../calls/line.ts";
import { noteWarning } from "../timeline/timeline.ts";
import { wholeNumber } from "../twiml/attributes.ts";
import { resolveUrl, type TwimlDocument } from "../twiml/document.ts";
import { childElements, type Element, textOf } from "../twiml/element.ts";
import type { VerbContext } from "./verb.ts";

/** Faster than real speech, so that tests do not wait. */
const speechMillisecondsPerCharacter = 60;
const speechMillisecondsMax = 3000;
const audioMilliseconds = 1000;
const toneMilliseconds = 100;
/** Error 13520 of Twilio's dictionary. */
const speechCharactersMax = 4096;
const endlessLoops = 1000;

export async function say({ line, signal }: VerbContext, element: Element): Promise<null> {
	await sayAloud(line, element, signal);
	return null;
}

export async function play({ line, document, signal }: VerbContext, element: Element): Promise<null> {
	await playAloud(line, document, element, signal);
	return null;
}

export async function pause({ line, signal }: VerbContext, element: Element): Promise<null> {
	await line.ctx.clock.sleep(wholeNumber(element, "length", 1) * 1000, signal);
	return null;
}

export async function playPrompts(
	context: VerbContext,
	element: Element,
	signal: AbortSignal,
): Promise<void> {
	for (const prompt of childElements(element)) {
		signal.throwIfAborted();
		if (prompt.name === "Say") await sayAloud(context.line, prompt, signal);
		else if (prompt.name === "Play") await playAloud(context.line, context.document, prompt, signal);
		else await pause({ ...context, signal }, prompt);
	}
}

async function sayAloud(line: Line, element: Element, signal: AbortSignal): Promise<void> {
	const text = textOf(element);
	if (!text || text.length > speechCharactersMax) {
		const reason = text ? `longer than ${speechCharactersMax} characters` : "empty";
		return noteWarning(line.ctx, line.call.sid, 13520, `the text of <Say> is ${reason}; skipped`);
	}
	for (let times = loops(element); times > 0; times -= 1) {
		signal.throwIfAborted();
		hear(line, text);
		await line.ctx.clock.sleep(
			Math.min(text.length * speechMillisecondsPerCharacter, speechMillisecondsMax),
			signal,
		);
	}
}

async function playAloud(
	line: Line,
	document: TwimlDocument,
	element: Element,
	signal: AbortSignal,
): Promise<void> {
	const { digits } = element.attributes;
	if (digits) {
		hear(line, `[tones: ${digits}]`);
		return line.ctx.clock.sleep(digits.length * toneMilliseconds, signal);
	}
	const url = resolveUrl(document, textOf(element));
	if (!url) return noteWarning(line.ctx, line.call.sid, 13420, "<Play> has no usable URL; skipped");
	for (let times = loops(element); times > 0; times -= 1) {
		signal.throwIfAborted();
		hear(line, `[audio: ${url}]`);
		await line.ctx.clock.sleep(audioMilliseconds, signal);
	}
}

function loops(element: Element): number {
	return wholeNumber(element, "loop", 1) || endlessLoops;
}
