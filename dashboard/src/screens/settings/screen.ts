import "./style.css";
import { html, nothing } from "lit-html";
import { groupView } from "../../parts/lists/row.ts";
import { splitView } from "../../parts/page.ts";
import { emptyView, skeletonView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { listDrafts } from "../../state/drafts.ts";
import { tileOf } from "./icons.ts";
import { findEntry, settingsGroups } from "./pages.ts";

export const screen: Screen = {
	load(place) {
		const entry = findEntry(place.params.page);
		if (entry && can(entry.scope)) entry.page()?.load?.(place);
	},
	title: ({ params }) => findEntry(params.page)?.title,
	view(place) {
		const entry = findEntry(place.params.page);
		return splitView({
			title: "Settings",
			listHref: "/settings",
			list: listView(place.params.page),
			detail: place.params.page === undefined ? null : detailView(),
			detailTitle: entry?.title ?? "Settings",
			hint: "Choose a page.",
		});

		function detailView(): View {
			if (!entry)
				return emptyView({ title: "No Such Page", text: "The list shows every page of the settings." });
			if (!can(entry.scope))
				return emptyView({
					title: entry.title,
					text: `Only ${entry.isForOwners ? "an owner" : "an owner or an admin"} may see this page.`,
				});
			return html`<div class="page-body settings-body"><h2 class="only-panes settings-title">${entry.title}</h2>${entry.page()?.view(place) ?? skeletonView()}</div>`;
		}
	},
};

function listView(current: string | undefined): View {
	const unsaved = new Set(listDrafts("settings/"));
	return html`
		<div class="settings-pages">
			${settingsGroups.map(({ title, entries }) => {
				const offered = entries.filter(({ scope }) => can(scope));
				return offered.length === 0
					? nothing
					: groupView({
							title,
							rows: offered.map((entry) => ({
								title: entry.title,
								detail: unsaved.has(`settings/${entry.name}`) ? "Not saved yet" : entry.detail,
								leading: tileOf(entry.name),
								href: `/settings/${entry.name}`,
								isCurrent: entry.name === current,
								prefetch: () => void entry.page(),
							})),
						});
			})}
		</div>
	`;
}
