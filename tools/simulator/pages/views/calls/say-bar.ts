import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { findRecogniser, listenToSpeech } from "../../audio/listen-to-speech.ts";
import { stopSpeaking } from "../../audio/speak-calls.ts";
import type { CallView } from "../../control/call-view.ts";
import { say } from "../../operations/drive-call.ts";
import { holdLine } from "../../operations/hold-line.ts";
import { change, draftOf, type Phone } from "../../state.ts";
import { microphoneIcon, sendIcon } from "../icons.ts";

const questions = ["What are your hours?", "I’d like to talk to Jane Smith"];
const smallTalk = ["Hello!", "How can I help you?", "Goodbye."];

export function sayBarView(phone: Phone, call: CallView): TemplateResult {
	const draft = draftOf(phone.number);
	const Recogniser = findRecogniser();
	const speak = (words: string) => {
		stopSpeaking();
		void say(phone.number, call.sid, words);
	};
	return html`
		<div class="say">
			<div class="suggestions">
				${(call.waitingFor ? questions : smallTalk).map(
					(words) => html`<button type="button" class="chip" @click=${() => speak(words)}>${words}</button>`,
				)}
			</div>
			<form
				class="say-bar"
				@submit=${(event: Event) => {
					event.preventDefault();
					speak(draft.words);
				}}
			>
				<input
					type="text"
					aria-label="Say something"
					placeholder="Say something"
					autocomplete="off"
					.value=${live(draft.words)}
					@focus=${() => holdLine(call)}
					@input=${(event: Event) => {
						holdLine(call);
						setWords(phone.number, (event.currentTarget as HTMLInputElement).value);
					}}
				>
				${
					Recogniser
						? html`<button
								type="button"
								class="small-round"
								aria-label="Speak with Microphone"
								title="Speak with Microphone"
								@click=${async () => {
									stopSpeaking();
									holdLine(call);
									speak(await listenToSpeech(Recogniser, (words) => setWords(phone.number, words)));
								}}
							>
								${microphoneIcon}
							</button>`
						: nothing
				}
				<button class="small-round send" aria-label="Say" title="Say" ?disabled=${!draft.words.trim()}>
					${sendIcon}
				</button>
			</form>
		</div>
	`;
}

function setWords(number: string, words: string): void {
	change(() => {
		draftOf(number).words = words;
	});
}
