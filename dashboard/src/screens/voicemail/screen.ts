import "./style.css";
import { html, nothing } from "lit-html";
import { peek, prefetch } from "../../api/resource.ts";
import { actionButton } from "../../parts/button.ts";
import { downloadIcon } from "../../parts/icons.ts";
import { segmentsView } from "../../parts/lists/segments.ts";
import { splitView } from "../../parts/page.ts";
import { refusalLine, skeletonView } from "../../parts/states.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can, currentSession } from "../../session/session.ts";
import { actionOf } from "../../state/actions.ts";
import { lazily } from "../../state/lazily.ts";
import { nameOrNumber } from "../../words/phone-numbers.ts";
import { listsView } from "../calls/lists.ts";
import { listView } from "./list.ts";
import { keepInList, readFilter, voicemail, voicemails } from "./resources.ts";

const exporting = "export/voicemails";
const detail = lazily(() => import("./detail.ts"));

export const screen: Screen = {
	load({ params, query }) {
		if (!can("voicemails:read")) return;
		keepInList(params.voicemailId);
		void prefetch(voicemails(readFilter(query)));
		if (!params.voicemailId) return;
		detail();
		void prefetch(voicemail(params.voicemailId));
	},
	title: ({ params }) => nameOf(params.voicemailId),
	view(place) {
		const { voicemailId } = place.params;
		return splitView({
			title: "Voicemail",
			listHref: withQuery({ ...place, path: "/voicemail" }, {}),
			filters: filtersView(place),
			list: listView(place),
			detail: voicemailId ? (detail()?.messageView(voicemailId) ?? skeletonView()) : null,
			detailTitle: nameOf(voicemailId) ?? "Voicemail",
			hint: "Choose a voicemail.",
		});
	},
	keys: ({ params }) => (params.voicemailId ? (detail()?.detailKeys(params.voicemailId) ?? []) : []),
};

function filtersView(place: Place) {
	const heard = place.query.get("heard");
	const unheard = currentSession()?.badges.voicemailsUnheard;
	const segments = segmentsView({
		label: "Voicemail",
		items: [
			{ label: "All", href: withQuery(place, { heard: null }), isCurrent: heard === null },
			{
				label: "Unheard",
				href: withQuery(place, { heard: "false" }),
				isCurrent: heard === "false",
				...(unheard !== undefined && { count: unheard }),
			},
		],
	});
	const exportButton = actionButton({
		name: exporting,
		label: "Export CSV",
		busyLabel: "Exporting…",
		icon: downloadIcon,
		run: async () => {
			const { saveCsv } = await import("../../api/save-csv.ts");
			await saveCsv(
				`/api/voicemails?${new URLSearchParams({ ...readFilter(place.query) })}`,
				"voicemails.csv",
			);
		},
	});
	return html`
		${listsView("/voicemail")} ${segments} ${can("voicemails:read") ? exportButton : nothing}
		${refusalLine(actionOf(exporting).refusal)}
	`;
}

function nameOf(id: string | undefined): string | undefined {
	const known = id ? peek(voicemail(id)) : undefined;
	return known ? nameOrNumber({ number: known.from, contactName: known.contactName }) : undefined;
}
