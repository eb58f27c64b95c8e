import { html, nothing } from "lit-html";
import { segmentsView } from "../../parts/lists/segments.ts";
import type { View } from "../../parts/view.ts";
import { can } from "../../session/session.ts";

const lists = [
	["Calls", "/calls"],
	["Voicemail", "/voicemail"],
] as const;

export function listsView(current: (typeof lists)[number][1]): View {
	if (!can("calls:read") || !can("voicemails:read")) return nothing;
	return html`
		<div class="only-one-pane">
			${segmentsView({ label: "List", items: lists.map(([label, href]) => ({ label, href, isCurrent: href === current })) })}
		</div>
	`;
}
