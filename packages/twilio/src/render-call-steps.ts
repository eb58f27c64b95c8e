import type { CallStep, GatherStep, RecordStep, RingStep } from "@cloudpbx/domain/call-step";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";

/** The steps as TwiML. Addresses are absolute: Twilio resolves relative ones against the document it came from. */
export function renderCallSteps(steps: readonly CallStep[], publicUrl: string): string {
	const response = new VoiceResponse();
	const origin = publicUrl.replace(/\/+$/, "");
	for (const step of steps) {
		switch (step.kind) {
			case "say":
				response.say(step.text);
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
		}
	}
	return response.toString();
}

function renderGather(response: VoiceResponse, step: GatherStep, origin: string): void {
	const gather = response.gather({
		action: `${origin}${step.nextPath}`,
		numDigits: step.maxDigits,
		finishOnKey: "#",
		timeout: step.waitSeconds,
		// Without it silence falls through to the next verb, and the menu would need a second document.
		actionOnEmptyResult: true,
	});
	gather.say(step.prompt);
}

function renderRing(response: VoiceResponse, step: RingStep, origin: string): void {
	const dial = response.dial({
		action: `${origin}${step.nextPath}`,
		answerOnBridge: true,
		timeout: step.timeoutSeconds,
		callerId: step.callerId,
	});
	dial.number(step.number);
}

function renderRecord(response: VoiceResponse, step: RecordStep, origin: string): void {
	response.record({
		action: `${origin}${step.nextPath}`,
		maxLength: step.maxSeconds,
		finishOnKey: "#",
		playBeep: true,
		recordingStatusCallback: `${origin}${step.recordedPath}`,
		transcribe: true,
		transcribeCallback: `${origin}${step.transcribedPath}`,
	});
}
