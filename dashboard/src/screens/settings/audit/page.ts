import "./style.css";
import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import { html, nothing } from "lit-html";
import { prefetch, use } from "../../../api/resource.ts";
import { saveCsv } from "../../../api/save-csv.ts";
import { actionButton } from "../../../parts/button.ts";
import { downloadIcon } from "../../../parts/icons.ts";
import { pagedListView } from "../../../parts/lists/paged-list.ts";
import type { Row } from "../../../parts/lists/row.ts";
import { emptyView, refusalLine } from "../../../parts/states.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { actionOf } from "../../../state/actions.ts";
import { formatDay } from "../../../words/times.ts";
import type { SettingsPage } from "../settings-page.ts";
import { compareChange, isOutcomeUnknown } from "./domain/compare-change.ts";
import { describeChange } from "./domain/describe-change.ts";
import { formatValue } from "./domain/format-value.ts";
import { nameField } from "./domain/name-field.ts";
import { readFilter, toQuery } from "./filter.ts";
import { filterView } from "./filter-form.ts";
import { changes, names } from "./resources.ts";

const exportName = "audit-export";

export const page: SettingsPage = {
	load({ query }) {
		void prefetch(names);
		void prefetch(changes(readFilter(query)));
	},
	view(place) {
		const filter = readFilter(place.query);
		const resource = changes(filter);
		const known = use(names).data?.byId;
		const isFiltered = Object.keys(filter).length > 0;
		return html`
			${filterView(place, filter, resource)}
			<div class="ways">
				${actionButton({
					name: exportName,
					label: "Export",
					busyLabel: "Exporting…",
					icon: downloadIcon,
					run: () =>
						saveCsv(`/api/audit?${new URLSearchParams({ ...toQuery(filter), limit: "200" })}`, "audit.csv"),
				})}
				${isFiltered ? html`<a class="button" data-style="plain" href=${place.path}>Clear Filters</a>` : nothing}
			</div>
			${refusalLine(actionOf(exportName).refusal)}
			${pagedListView({
				resource,
				label: "Changes",
				groupOf: ({ at }) => formatDay(at, Date.now()),
				row: (event) => rowOf(event, (id) => known?.get(id)),
				empty: isFiltered
					? emptyView({
							title: "No Such Changes",
							text: "No entry matches these filters.",
							action: html`<a class="button" href=${place.path}>Clear Filters</a>`,
						})
					: emptyView({
							title: "No Changes Yet",
							text: "Every change appears here: who made it, when, and the values before and after.",
						}),
			})}
		`;
	},
};

function rowOf(event: AuditEvent, nameOf: (id: string) => string | undefined): Row {
	return {
		title: html`<span class="audit-sentence"><b dir="auto">${actorOf(event)}</b> ${describeChange(event, nameOf)}</span>`,
		detail: detailsView(event),
		time: timeView(event.at, "clock"),
	};
}

function actorOf({ actor }: AuditEvent): string {
	if (actor.kind === "key") return `Key “${actor.name}”`;
	return actor.name;
}

function detailsView(event: AuditEvent): View {
	const fields = compareChange(event);
	return html`
		${
			isOutcomeUnknown(event)
				? html`<span class="audit-unknown">Result unknown: the carrier did not answer. The change may still happen; check the item itself.</span>`
				: nothing
		}
		<details class="audit-details">
			<summary>Details</summary>
			${
				fields.length === 0
					? nothing
					: html`
								<table>
									<thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
									<tbody>
										${fields.map(
											({ field, before, after }) =>
												html`<tr><th scope="row">${nameField(field)}</th><td dir="auto">${formatValue(before)}</td><td dir="auto">${formatValue(after)}</td></tr>`,
										)}
									</tbody>
								</table>
						`
			}
			<p class="soft">
				<code>${event.action}</code>${event.requestId === null ? nothing : html` · request <code>${event.requestId}</code>`}
			</p>
		</details>
	`;
}
