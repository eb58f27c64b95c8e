import "./style.css";
import type { Key } from "@cloudpbx/contracts/api/keys";
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { prefetch, refresh } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { plusIcon } from "../../../parts/icons.ts";
import { openAlert } from "../../../parts/sheet.ts";
import { emptyView, resourceView } from "../../../parts/states.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { countOf } from "../../../words/counts.ts";
import { scopeWords } from "../../../words/scopes.ts";
import { formatDate } from "../../../words/times.ts";
import type { SettingsPage } from "../settings-page.ts";
import { showCreate } from "./create.ts";
import { keys } from "./resources.ts";

export const page: SettingsPage = {
	load: () => void prefetch(keys),
	view: () => html`
		<div class="ways">${buttonView({ label: "New Key…", style: "prominent", icon: plusIcon, onPress: showCreate })}<a class="button" href="/api/docs" target="_blank" rel="noopener">API Reference</a></div>
		${resourceView(keys, (all) =>
			all.length === 0
				? emptyView({
						title: "No API Keys",
						text: "A key lets a program do what you choose, such as a wallboard that reads calls, and nothing else.",
					})
				: html`
						<ul class="group" aria-label="API keys">
							${repeat(
								all,
								({ id }) => id,
								(one) => html`<li>${keyView(one)}</li>`,
							)}
						</ul>
						<p class="group-footer">A key ends with the access of the person who made it.</p>
					`,
		)}
	`,
};

function keyView(one: Key): View {
	const isOver = one.expiresAt !== null && Date.parse(one.expiresAt) <= Date.now();
	return html`
		<div class="row keys-row">
			<span class="row-text">
				<span class="row-line"><span class="row-title" dir="auto">${one.name}</span></span>
				<span class="row-detail keys-facts"><code>${one.hint}…</code> · ${one.lastUsedAt === null ? "never used" : html`last used ${timeView(one.lastUsedAt)}`} · ${formatEnd(one, isOver)}</span>
				<details class="keys-scopes">
					<summary>${countOf(one.scopes.length, { one: "right", other: "rights" })}</summary>
					<ul>${one.scopes.map((scope) => html`<li>${scopeWords[scope]} <code class="soft">${scope}</code></li>`)}</ul>
				</details>
			</span>
			${isOver ? statusView({ word: "Expired", tone: "quiet" }) : nothing}
			${buttonView({ label: "Revoke…", style: "destructive", onPress: () => askToRevoke(one) })}
		</div>
	`;
}

function formatEnd({ expiresAt }: Key, isOver: boolean): string {
	if (expiresAt === null) return "never expires";
	return isOver ? `expired on ${formatDate(expiresAt)}` : `expires on ${formatDate(expiresAt)}`;
}

function askToRevoke(one: Key): void {
	openAlert({
		title: `Revoke “${one.name}”?`,
		text: "Programs that use this key are refused from their next request on. A revoked key cannot be restored.",
		verb: "Revoke Key",
		busyLabel: "Revoking…",
		run: async () => {
			await ask(() => api.keys[":id"].$delete({ param: { id: one.id } }));
			await refresh(keys);
		},
	});
}
