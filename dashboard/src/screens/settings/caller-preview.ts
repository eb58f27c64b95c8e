import { html, nothing } from "lit-html";
import { pauseIcon, playIcon } from "../../parts/icons.ts";
import type { View } from "../../parts/view.ts";
import { canSpeak, speak, spoken, stopSpeaking } from "./speech.ts";

export function callerPreviewView({ title, words }: { title: string; words: string }): View {
	const isSpoken = spoken.words === words;
	return html`
		<section class="group-section">
			<h2 class="group-title">${title}</h2>
			<div class="settings-heard">
				<blockquote class="settings-heard-words" dir="auto">${words}</blockquote>
				${
					canSpeak()
						? html`<div class="settings-heard-play">
								<button
									type="button"
									class="button"
									aria-pressed=${isSpoken ? "true" : "false"}
									@click=${() => (isSpoken ? stopSpeaking() : speak(words))}
								>
									${isSpoken ? pauseIcon : playIcon}<span>${isSpoken ? "Stop" : "Play"}</span>
								</button>
								<span>An approximation: the voice on the phone is another one.</span>
							</div>`
						: nothing
				}
			</div>
		</section>
	`;
}
