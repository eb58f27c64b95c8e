import { html } from "lit-html";
import { groupView } from "../../../parts/row.ts";
import { currentSession, signOut } from "../../../session/session.ts";
import { roleWords } from "../../../words/statuses.ts";
import type { SettingsPage } from "../pages.ts";

export const page: SettingsPage = {
	view() {
		const session = currentSession();
		return html`
			${groupView({
				label: "Your account",
				rows: [
					{
						title: session?.person?.name ?? "API key",
						detail: session?.person?.email ?? "",
						trailing: session?.role ? roleWords[session.role].word : "",
					},
				],
			})}
			<p><button type="button" class="button" @click=${() => void signOut()}>Sign Out</button></p>
		`;
	},
};
