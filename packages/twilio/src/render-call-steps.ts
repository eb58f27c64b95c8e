import type { CallStep, GatherStep, RecordStep, RingStep } from "@cloudpbx/domain/call-step";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { type TwimlAttributes, twimlElement, twimlText, writeTwiml } from "./write-twiml.ts";

/** Renders TwiML with absolute addresses: Twilio resolves relative ones against the document's address. */
export function renderCallSteps(steps: readonly CallStep[], publicUrl: string): string {
	const origin = trimEndSlashes(publicUrl);
	return writeTwiml(steps.map((step) => renderStep(step, origin)));
}

function renderStep(step: CallStep, origin: string): string {
	switch (step.kind) {
		case "say":
			return renderWords(step.text, step.language);
		case "play":
			return twimlElement("Play", {}, twimlText(`${origin}${step.path}`));
		case "gather":
			return renderGather(step, origin);
		case "ring":
			return renderRing(step, origin);
		case "record":
			return renderRecord(step, origin);
		case "hangUp":
			return twimlElement("Hangup");
		case "reject":
			return twimlElement("Reject");
	}
}

function renderWords(text: string, language: string | undefined): string {
	return twimlElement("Say", inLanguage(language), twimlText(speakable(text)));
}

/** Removes control characters and halves of emoji, which XML does not allow (w3.org/TR/xml, 2.2). */
function speakable(text: string): string {
	return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ");
}

/** Twilio's tags of the receptionist's languages; its default is en-US. */
const languageTags: Record<string, string> = {
	es: "es-US",
	fr: "fr-FR",
	de: "de-DE",
	it: "it-IT",
	pt: "pt-BR",
};

function inLanguage(language: string | undefined): TwimlAttributes {
	return { language: languageTags[language ?? ""] };
}

function renderGather(step: GatherStep, origin: string): string {
	const { speech, waitSeconds, keyGapSeconds = waitSeconds } = step;
	const attributes: TwimlAttributes = {
		action: `${origin}${step.nextPath}`,
		numDigits: step.maxDigits,
		finishOnKey: "#",
		timeout: Math.min(keyGapSeconds, waitSeconds),
		// Otherwise silence continues with the next verb.
		actionOnEmptyResult: true,
		...(speech && {
			input: "dtmf speech",
			speechTimeout: "auto",
			hints: speakable(speech.hints.join(",")),
			...inLanguage(step.language),
		}),
	};
	const prompt = step.prompt === "" ? "" : renderWords(step.prompt, step.language);
	// Gather has one timeout for both waits. The pause extends the first one; a key ends it.
	const pause =
		waitSeconds > keyGapSeconds ? twimlElement("Pause", { length: waitSeconds - keyGapSeconds }) : "";
	const before = (step.before ?? []).map((one) => renderStep(one, origin)).join("");
	return twimlElement("Gather", attributes, before + prompt + pause);
}

function renderRing(step: RingStep, origin: string): string {
	const attributes = {
		action: `${origin}${step.nextPath}`,
		answerOnBridge: true,
		timeout: step.timeoutSeconds,
		callerId: step.callerId,
	};
	const numbers = step.phones.map(({ number, screenPath, answeredPath }) => {
		const screen = screenPath ? { url: `${origin}${screenPath}`, method: "POST" } : {};
		const told = answeredPath
			? { statusCallback: `${origin}${answeredPath}`, statusCallbackEvent: "answered" }
			: {};
		return twimlElement("Number", { ...screen, ...told }, twimlText(number));
	});
	return twimlElement("Dial", attributes, numbers.join(""));
}

/** Longer than the carrier's five: callers look for a word or a number. */
const silenceSeconds = 10;

function renderRecord(step: RecordStep, origin: string): string {
	return twimlElement("Record", {
		action: `${origin}${step.nextPath}`,
		maxLength: step.maxSeconds,
		timeout: silenceSeconds,
		finishOnKey: "#",
		playBeep: true,
		...(step.recordedPath && { recordingStatusCallback: `${origin}${step.recordedPath}` }),
		...(step.transcribedPath && { transcribe: true, transcribeCallback: `${origin}${step.transcribedPath}` }),
	});
}
