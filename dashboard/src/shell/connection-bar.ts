import { html, nothing } from "lit-html";
import { connection } from "../api/connection.ts";
import type { View } from "../parts/view.ts";
import { formatClock } from "../words/times.ts";

export function connectionBarView(): View {
	if (connection.lostAt === null) return nothing;
	const since = formatClock(connection.lostAt);
	return html`
		<div class="connection-bar" role="status">
			<p>${connection.isOnline ? `Not connected. Showing the page as of ${since}.` : `You are offline. Showing the page as of ${since}.`}</p>
		</div>
	`;
}
