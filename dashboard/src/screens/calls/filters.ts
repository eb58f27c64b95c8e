import { html, nothing } from "lit-html";
import { actionButton } from "../../parts/button.ts";
import { downloadIcon, filterIcon } from "../../parts/icons.ts";
import { segmentsView } from "../../parts/lists/segments.ts";
import { refusalLine } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import { actionOf } from "../../state/actions.ts";
import { lazily } from "../../state/lazily.ts";
import { createStore } from "../../state/store.ts";
import { type CallFilter, readFilter } from "./filter.ts";
import { listsView } from "./lists.ts";
import { isSegment, segments } from "./segments.ts";

const exporting = "export/calls";
const store = createStore({ isFormOpen: false });
const form = lazily(() => import("./filter-form.ts"));
const chips = lazily(() => import("./chips.ts"));

export function filtersView(place: Place): View {
	const filter = readFilter(place.query);
	return html`
		${listsView("/calls")}
		${segmentsView({
			label: "Outcome",
			items: segments.map(([label, outcome]) => ({
				label,
				href: withQuery(place, { outcome }),
				isCurrent: place.query.get("outcome") === outcome,
			})),
		})}
		<details class="calls-filter" @toggle=${followForm}>
			<summary class="button">${filterIcon}<span>Filter</span></summary>
			${store.state.isFormOpen ? (form()?.formView(place, filter) ?? nothing) : nothing}
		</details>
		${actionButton({
			name: exporting,
			label: "Export CSV",
			busyLabel: "Exporting…",
			icon: downloadIcon,
			run: async () => (await import("./export-calls.ts")).exportCalls(filter),
		})}
		${hasChips(filter) ? (chips()?.chipsView(place, filter) ?? html`<div class="calls-chips"></div>`) : nothing}
		${refusalLine(actionOf(exporting).refusal)}
	`;
}

function followForm(event: Event): void {
	const { open } = event.currentTarget as HTMLDetailsElement;
	store.change((state) => (state.isFormOpen = open));
}

function hasChips({ outcome, ...others }: CallFilter): boolean {
	return !isSegment(outcome) || Object.values(others).some((value) => value !== undefined);
}
