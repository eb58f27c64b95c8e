import { playKey } from "../../audio/play-tones.ts";
import { stopSpeaking } from "../../audio/speak-calls.ts";
import { derivePhone } from "../../domain/phones/derive-phone.ts";
import { addKey } from "../../operations/dial-field.ts";
import { pressKey } from "../../operations/drive-call.ts";
import { draftOf, type Phone, state } from "../../state.ts";

/** At rest a key writes a number; in a call it is sent. */
export function pressOnPhone(phone: Phone, key: string): void {
	if (state.speaks) playKey(key === "+" ? "0" : key);
	const now = derivePhone(phone.number, state.calls.values());
	if (now.kind === "calling" || now.kind === "talking") {
		if (key === "+") return;
		stopSpeaking();
		pressKey(now.call.sid, key);
	} else if (now.kind === "idle" && draftOf(phone.number).tab === "phone") {
		addKey(phone.number, key);
	}
}
