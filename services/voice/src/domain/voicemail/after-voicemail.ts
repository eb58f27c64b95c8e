import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { type CallPlan, sayAndHangUp } from "../call/call-plan.ts";

/** Shorter recordings are a hang-up at the tone; Twilio counts whole seconds. */
const voicemailSecondsMin = 1;

export function isVoicemail(durationSeconds: number): boolean {
	return durationSeconds >= voicemailSecondsMin;
}

export function afterVoicemail(ext: string | null, durationSeconds: number, spoken = "en"): CallPlan {
	const { language, words } = speakIn(spoken);
	const detail = { extension: ext, durationSeconds };
	if (isVoicemail(durationSeconds)) {
		return {
			steps: sayAndHangUp(words.messageTaken, language),
			events: [{ step: `voicemail-left-${ext ?? "company"}`, kind: "voicemail_left", detail }],
			outcome: "voicemail",
		};
	}
	return {
		steps: sayAndHangUp(words.messageEmpty, language),
		events: [{ step: `voicemail-empty-${ext ?? "company"}`, kind: "voicemail_empty", detail }],
	};
}
