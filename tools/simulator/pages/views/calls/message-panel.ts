import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { CallView } from "../../control/call-view.ts";
import { leaveMessage } from "../../operations/drive-call.ts";
import { holdLine } from "../../operations/hold-line.ts";
import { findRecording, finishRecording, startRecording } from "../../operations/record-message.ts";
import { change, type Draft, draftOf, type Phone } from "../../state.ts";
import { microphoneIcon } from "../icons.ts";

const toneSecondsMax = 60;

export function messagePanelView(phone: Phone, call: CallView): TemplateResult {
	const message = draftOf(phone.number).message;
	const choose = (source: Draft["message"]["source"]) => change(() => (message.source = source));
	const choice = (source: Draft["message"]["source"], label: string) => html`
		<label class="segment">
			<input
				type="radio"
				name=${`source-${phone.number}`}
				.checked=${live(message.source === source)}
				@change=${() => choose(source)}
			>
			<span>${label}</span>
		</label>
	`;
	return html`
		<section
			class="message-panel"
			aria-label="Leave a message"
			@pointerenter=${() => holdLine(call)}
			@focusin=${() => holdLine(call)}
		>
			<div class="segments" role="radiogroup" aria-label="Message from">
				${choice("microphone", "Microphone")} ${choice("tone", "Tone")}
			</div>
			${message.source === "microphone" ? microphoneView(call) : toneView(message)}
			<input
				type="text"
				class="field"
				aria-label="Transcript"
				placeholder="Transcript (optional)"
				autocomplete="off"
				.value=${live(message.transcript)}
				@input=${(event: Event) => {
					const words = (event.currentTarget as HTMLInputElement).value;
					change(() => (message.transcript = words));
				}}
			>
			${finishView(call, message)}
		</section>
	`;
}

function microphoneView(call: CallView): TemplateResult {
	if (findRecording(call.sid)) {
		return html`
			<div class="meter" data-meter=${call.sid}>
				<span class="meter-ring"></span>${microphoneIcon}<time>0:00</time>
			</div>
		`;
	}
	return html`
		<button type="button" class="record" @click=${() => startRecording(call.sid)}>
			<span class="record-dot"></span>Record
		</button>
	`;
}

function toneView(message: Draft["message"]): TemplateResult {
	return html`
		<label class="slider">
			<span>Length</span>
			<input
				type="range"
				min="1"
				max=${toneSecondsMax}
				.value=${live(String(message.seconds))}
				@input=${(event: Event) => {
					const seconds = Number((event.currentTarget as HTMLInputElement).value);
					change(() => (message.seconds = seconds));
				}}
			>
			<output>${message.seconds} s</output>
		</label>
	`;
}

function finishView(call: CallView, message: Draft["message"]): TemplateResult {
	const isTone = message.source === "tone";
	const finish = async (endWith: "#" | "hangup") => {
		const transcript = message.transcript.trim();
		if (!isTone) await finishRecording(call.sid, endWith, transcript);
		else
			await leaveMessage(call.sid, { seconds: message.seconds, endWith, ...(transcript && { transcript }) });
		change(() => (message.transcript = ""));
	};
	const isReady = isTone || findRecording(call.sid) !== null;
	return html`
		<div class="finish">
			<button type="button" class="pill" ?disabled=${!isReady} @click=${() => finish("#")}>Send with #</button>
			<button type="button" class="pill" ?disabled=${!isReady} @click=${() => finish("hangup")}>
				Send and End
			</button>
		</div>
	`;
}
