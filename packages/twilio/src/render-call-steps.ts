import type { CallStep, GatherStep, RecordStep, RingStep } from "@cloudpbx/domain/call-step";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";

/** The steps as TwiML. Addresses are absolute: Twilio resolves relative ones against the document it came from. */
export function renderCallSteps(steps: readonly CallStep[], publicUrl: string): string {
	const response = new VoiceResponse();
	const origin = publicUrl.replace(/\/+$/, "");
	for (const step of steps) {
		switch (step.kind) {
			case "say":
				response.say(inLanguage(step.language), speakable(step.text));
				break;
			case "gather":
				renderGather(response, step, origin);
				break;
			case "ring":
				renderRing(response, step, origin);
				break;
			case "record":
				renderRecord(response, step, origin);
				break;
			case "hangUp":
				response.hangup();
				break;
			case "reject":
				response.reject();
				break;
		}
	}
	return response.toString();
}

/**
 * People paste control characters (a word processor's line break is U+000B) and halves of emoji; XML knows neither
 * (w3.org/TR/xml, 2.2), and a document that cannot be written would be no answer to any caller.
 */
function speakable(text: string): string {
	return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ");
}

/** Twilio's names of the languages that the receptionist speaks; its own default is en-US. */
const languageTags: Record<string, NonNullable<Language["language"]>> = {
	es: "es-US",
	fr: "fr-FR",
	de: "de-DE",
	it: "it-IT",
	pt: "pt-BR",
};

type Language = {
	language?: VoiceResponse.SayAttributes["language"] & VoiceResponse.GatherAttributes["language"];
};

function inLanguage(language: string | undefined): Language {
	const tag = languageTags[language ?? ""];
	return tag === undefined ? {} : { language: tag };
}

function renderGather(response: VoiceResponse, step: GatherStep, origin: string): void {
	const { speech, waitSeconds, keyGapSeconds = waitSeconds } = step;
	const gather = response.gather({
		action: `${origin}${step.nextPath}`,
		numDigits: step.maxDigits,
		finishOnKey: "#",
		timeout: Math.min(keyGapSeconds, waitSeconds),
		// Without it silence falls through to the next verb, and the menu would need a second document.
		actionOnEmptyResult: true,
		...(speech && {
			input: ["dtmf", "speech"],
			// Ends the sentence when the caller pauses, instead of after a fixed silence.
			speechTimeout: "auto",
			hints: speakable(speech.hints.join(",")),
			...inLanguage(step.language),
		}),
	});
	if (step.prompt !== "") gather.say(inLanguage(step.language), speakable(step.prompt));
	// The one timeout is the wait after the prompt and the gap between two keys alike. A pause belongs to the prompt, which the
	// first key ends: so people may think for long, and a single key is acted upon soon.
	if (waitSeconds > keyGapSeconds) gather.pause({ length: waitSeconds - keyGapSeconds });
}

function renderRing(response: VoiceResponse, step: RingStep, origin: string): void {
	const dial = response.dial({
		action: `${origin}${step.nextPath}`,
		answerOnBridge: true,
		timeout: step.timeoutSeconds,
		callerId: step.callerId,
	});
	for (const { number, screenPath } of step.phones) {
		dial.number(screenPath ? { url: `${origin}${screenPath}`, method: "POST" } : {}, number);
	}
}

/** Longer than the carrier's five: people look for a word, or for a number to leave. */
const silenceSeconds = 10;

function renderRecord(response: VoiceResponse, step: RecordStep, origin: string): void {
	response.record({
		action: `${origin}${step.nextPath}`,
		maxLength: step.maxSeconds,
		timeout: silenceSeconds,
		finishOnKey: "#",
		playBeep: true,
		...(step.recordedPath && { recordingStatusCallback: `${origin}${step.recordedPath}` }),
		...(step.transcribedPath && { transcribe: true, transcribeCallback: `${origin}${step.transcribedPath}` }),
	});
}
