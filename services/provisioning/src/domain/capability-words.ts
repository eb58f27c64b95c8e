import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";

export interface NumberCapabilities {
	voice: boolean;
	sms: boolean;
}

/** Null when the number takes calls and texts. `ext` is the extension that it rings. */
export function describeLack(
	number: string,
	{ voice, sms }: NumberCapabilities,
	ext: string | null,
): Pick<NumberTrouble, "trouble" | "message"> | null {
	if (voice && sms) return null;
	const owner = ext === null ? "" : ` It is extension ${ext}'s number: give that extension another one.`;
	if (voice) {
		const message = `${number} takes no texts at Twilio: what people text to it is lost, and no text goes out from it; calls work. Text from another number, or ask Twilio's support to switch texts on.`;
		return { trouble: "no_texts", message };
	}
	const rest = sms ? "; texts work" : ", and no texts either";
	const message = `${number} takes no calls at Twilio: nobody can call you by it${rest}.${owner} Use another number for calls, or ask Twilio's support to switch calls on.`;
	return { trouble: "no_calls", message };
}

export function explainUseless(number: string): string {
	return `${number} takes neither calls nor texts at Twilio, so nothing could be done with it here. Choose another number, or ask Twilio's support to switch them on.`;
}

export function explainNoCalls(number: string): string {
	return `${number} takes no calls at Twilio, so it cannot be an extension's number. Choose another number, or ask Twilio's support to switch calls on.`;
}
