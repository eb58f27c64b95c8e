import { type Caption, describeHeard } from "../domain/calls/describe-heard.ts";
import { derivePhone, isLive } from "../domain/phones/derive-phone.ts";
import { state } from "../state.ts";
import { playBeep, playRingback } from "./play-tones.ts";

/** Number of spoken texts of each call, including those from before sound was switched on. */
const spoken = new Map<string, number>();

/** Speaks what the focused phone hears; called after every change. */
export function speakCalls(): void {
	const listening =
		state.speaks && state.focusedNumber ? derivePhone(state.focusedNumber, state.calls.values()) : null;
	const current = listening && listening.kind !== "idle" ? listening.call.sid : null;
	for (const call of state.calls.values()) {
		const from = spoken.get(call.sid) ?? 0;
		spoken.set(call.sid, call.heard.length);
		if (call.sid === current && isLive(call)) for (const text of call.heard.slice(from)) sound(text);
	}
}

/** A key or a word of the caller ends the prompt, as on a real line. */
export function stopSpeaking(): void {
	if ("speechSynthesis" in window) speechSynthesis.cancel();
}

function sound(heard: string): void {
	if (heard === "[ringing]") playRingback();
	else if (heard === "[beep]") playBeep();
	else speak(describeHeard(heard));
}

function speak({ kind, text }: Caption): void {
	if (kind === "sound" || !("speechSynthesis" in window)) return;
	const words = new SpeechSynthesisUtterance(text);
	words.lang = "en-US";
	speechSynthesis.speak(words);
}
