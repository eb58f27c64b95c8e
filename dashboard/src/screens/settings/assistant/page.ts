import type { WholeSettings } from "@cloudpbx/contracts/office/settings";
import { phrases } from "@cloudpbx/domain/phrases";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { prefetch, put } from "../../../api/resource.ts";
import { switchView } from "../../../parts/forms/field.ts";
import { refusalLine, resourceView } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { can } from "../../../session/session.ts";
import { act, actionOf } from "../../../state/actions.ts";
import { callerPreviewView } from "../caller-preview.ts";
import { lockedWords, settingsResource } from "../company-settings.ts";
import type { SettingsPage } from "../settings-page.ts";

const actionName = "settings/assistant";

/** A switch that acts at once. It needs no version, because it sets one value. */
export const page: SettingsPage = {
	load: () => void prefetch(settingsResource),
	view: () => resourceView(settingsResource, assistantView),
};

function assistantView({ isAssistantOn, companyName }: WholeSettings): View {
	const { isBusy, refusal } = actionOf(actionName);
	const isShownOn = isBusy ? !isAssistantOn : isAssistantOn;
	return html`
		<section class="group-section">
			<div class="settings-group">
				${
					can("settings:write")
						? switchView({
								label: "Assistant",
								detail: "Answers callers who press 0 or say what they need, and answers texts.",
								isOn: isShownOn,
								isBusy,
								onChange: (isOn) => void turn(isOn),
							})
						: html`<div class="setting"><span class="setting-label">Assistant</span><span class="setting-value">${isAssistantOn ? "On" : "Off"}</span></div>`
				}
			</div>
			<p class="group-footer" role="status">
				${can("settings:write") ? (isShownOn ? "It is on. When you switch it off, it stops with the next call and the next text." : "It is off. When you switch it on, it starts with the next call and the next text.") : lockedWords}
			</p>
			${refusalLine(refusal)}
		</section>
		${effectsView(isShownOn)}
		${callerPreviewView({
			title: "Callers who press 0 hear",
			words: isShownOn ? phrases.receptionistGreeting(companyName) : phrases.extensionOrMessage(true),
		})}
		<p class="group-footer settings-links">
			What it knows about the company is under <a href="/settings/facts">Facts</a>, when it is open under <a href="/settings/hours">Hours</a>.
		</p>
	`;
}

function effectsView(isOn: boolean): View {
	const effects: [whom: string, what: string][] = isOn
		? [
				[
					"Callers",
					"The receptionist finds out whom they want, puts them through, takes them to voicemail, or answers their question.",
				],
				[
					"Texters",
					"They get an answer within seconds. When it is not sure, or somebody asks for a person, the conversation waits in the inbox.",
				],
			]
		: [
				[
					"Callers",
					"The menu takes keys only. Callers who press 0, or nothing, can leave a message for the company.",
				],
				["Texters", "Nothing answers them. Every text waits for a person in the inbox."],
			];
	return html`
		<section class="group-section">
			<h2 class="group-title">${isOn ? "While it is on" : "While it is off"}</h2>
			<div class="settings-group">
				${effects.map(([whom, what]) => html`<div class="setting-note"><h3 class="settings-note-title">${whom}</h3><p class="settings-note-text">${what}</p></div>`)}
			</div>
		</section>
	`;
}

async function turn(isAssistantOn: boolean): Promise<void> {
	await act(actionName, async () => {
		put(settingsResource, await ask(() => api.settings.$put({ json: { isAssistantOn } })));
	});
}
