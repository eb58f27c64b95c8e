import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { stopSpeaking } from "../audio/speak-calls.ts";
import { findMainLine } from "../domain/phones/find-main-line.ts";
import { setSpeed, skipSeconds } from "../operations/set-network.ts";
import { change, state } from "../state.ts";
import { openDialog } from "./dialogs.ts";
import { mailIcon, moreIcon, plusIcon, resetIcon, skipIcon, speakerIcon } from "./icons.ts";

const speeds = [1, 5, 20];
const secondsSkipped = 30;

export function toolbarView(): TemplateResult {
	const company = findMainLine(state.numbers)?.friendlyName;
	return html`
		<header class="toolbar">
			<img class="app-icon" src="${import.meta.env.BASE_URL}icon.svg" alt="" width="36" height="36">
			<div class="titles">
				<h1>Phones</h1>
				<p>${company ? `${company} on a simulated network` : "Simulated network"}</p>
			</div>
			<button
				type="button"
				class="tool more-tools"
				popovertarget="tools"
				aria-label="Network Controls"
				title="Network Controls"
			>
				${moreIcon}
			</button>
			<div class="tools" id="tools" popover>
				<div class="segments" role="radiogroup" aria-label="Speed of the network’s clock">
					${speeds.map(
						(speed) => html`
							<label class="segment">
								<input
									type="radio"
									name="speed"
									.checked=${live(state.speed === speed)}
									@change=${() => setSpeed(speed)}
								>
								<span>${speed}×</span>
							</label>
						`,
					)}
				</div>
				<button type="button" class="tool" title="Let 30 seconds pass at once" @click=${() => skipSeconds(secondsSkipped)}>
					${skipIcon}<span>Skip 30 s</span>
				</button>
				<button
					type="button"
					class="tool"
					role="switch"
					aria-checked=${state.speaks ? "true" : "false"}
					aria-label="Speak Prompts"
					title="Speak Prompts"
					@click=${toggleSound}
				>
					${speakerIcon}<span>Speak Prompts</span>
				</button>
				<a
					class="tool"
					href="${import.meta.env.BASE_URL}emails/"
					aria-label="Simulated E-Mails"
					title="Simulated E-Mails"
				>
					${mailIcon}<span>E-Mails</span>
				</a>
				<button type="button" class="tool" aria-label="Add Phone…" title="Add Phone…" @click=${() => openDialog("add-phone")}>
					${plusIcon}<span>Add Phone…</span>
				</button>
				<button
					type="button"
					class="tool"
					aria-label="Reset Network…"
					title="Reset Network…"
					@click=${() => openDialog("reset")}
				>
					${resetIcon}<span>Reset…</span>
				</button>
			</div>
		</header>
	`;
}

function toggleSound(): void {
	change((next) => {
		next.speaks = !next.speaks;
	});
	if (!state.speaks) stopSpeaking();
}
