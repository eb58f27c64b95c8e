import { note } from "../../timeline/timeline.ts";
import { hear } from "../hear.ts";
import type { Line, Said } from "../line.ts";

export function pressKey(line: Line, key: string): void {
	const { ctx, call } = line;
	note(ctx, call.sid, { kind: "input", text: `presses ${key}`, detail: { key } });
	if (line.input?.press) line.input.press(key);
	else if (line.partner) passKey(line.partner, key);
	else note(ctx, call.sid, { kind: "lost", text: `key ${key} was lost: no <Gather> runs`, detail: { key } });
}

export function speak(line: Line, text: string, confidence: number | null): void {
	const { ctx, call } = line;
	note(ctx, call.sid, { kind: "input", text: `says "${text}"`, detail: { text } });
	if (line.input?.speak) line.input.speak(text, confidence);
	else if (line.partner) passSpeech(line.partner, text, confidence);
	else note(ctx, call.sid, { kind: "lost", text: `"${text}" was lost: nobody listens`, detail: { text } });
}

export function sayIntoRecording(line: Line, said: Said): boolean {
	const record = line.input?.record;
	record?.(said);
	return record !== undefined;
}

export function passKey(line: Line, key: string): void {
	if (line.onward) pressKey(line.onward, key);
	else if (line.origin?.partner) passKey(line.origin.partner, key);
	else hear(line, `[key ${key}]`);
}

function passSpeech(line: Line, text: string, confidence: number | null): void {
	if (line.onward) speak(line.onward, text, confidence);
	else if (line.origin?.partner) passSpeech(line.origin.partner, text, confidence);
	else hear(line, text);
}
