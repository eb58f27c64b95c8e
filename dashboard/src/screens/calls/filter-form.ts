import { html } from "lit-html";
import { extensionNames } from "../../api/extension-names.ts";
import { use } from "../../api/resource.ts";
import { fieldView, filterSelectView } from "../../parts/forms/field.ts";
import type { View } from "../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../router.ts";
import { can, currentSession } from "../../session/session.ts";
import { createStore } from "../../state/store.ts";
import { formatNumber, readTypedNumber } from "../../words/phone-numbers.ts";
import type { CallFilter } from "./filter.ts";
import { namedPeriods } from "./periods.ts";

const store = createStore<{ numberError: string | null }>({ numberError: null });

const directions = [
	{ value: "inbound", label: "Incoming" },
	{ value: "outbound", label: "Outgoing" },
];

const timeZone = () => currentSession()?.timeZone ?? "UTC";

export function formView(place: Place, filter: CallFilter): View {
	const periods = namedPeriods(timeZone(), Date.now());
	const period = periods.find(({ from, to }) => from === filter.from && to === filter.to);
	const extensions = [...((can("extensions:read") ? use(extensionNames).data : null) ?? [])].sort();
	return html`
		<form class="form calls-form" @submit=${(event: SubmitEvent) => apply(event, place)} @change=${(event: Event) => apply(event, place)}>
			${filterSelectView({
				label: "Extension",
				name: "ext",
				value: filter.ext,
				all: "All",
				choices: extensions.map(([ext, name]) => ({ value: ext, label: `${ext} ${name}` })),
			})}
			${filterSelectView({
				label: "Direction",
				name: "direction",
				value: filter.direction,
				all: "Both",
				choices: directions,
			})}
			${filterSelectView({
				label: "Period",
				name: "period",
				value: period?.name ?? (filter.from || filter.to ? "other" : null),
				all: "Any Time",
				choices: [
					...periods.map(({ name, label }) => ({ value: name, label })),
					{ value: "other", label: "Other Days" },
				],
			})}
			<div class="calls-days">
				${fieldView({ label: "From", name: "from", type: "date", value: filter.from?.slice(0, 10) ?? "" })}
				${fieldView({ label: "To", name: "to", type: "date", value: filter.to?.slice(0, 10) ?? "" })}
			</div>
			${fieldView({
				label: "Number",
				name: "number",
				type: "tel",
				value: filter.number ? formatNumber(filter.number) : "",
				error: store.state.numberError ?? undefined,
			})}
		</form>
	`;
}

function apply(event: Event, place: Place): void {
	event.preventDefault();
	const form = event.currentTarget as HTMLFormElement;
	const changed = event.target as HTMLInputElement | HTMLSelectElement;
	const value = (name: string) => String(new FormData(form).get(name) ?? "").trim() || null;
	const typed = value("number");
	const number = typed === null ? null : readTypedNumber(typed);
	store.change((state) => {
		state.numberError =
			typed !== null && number === null ? "Type ten digits, or a plus and the country." : null;
	});
	if (store.state.numberError !== null) return;
	const named =
		changed.name === "period" && changed.value !== "other"
			? (namedPeriods(timeZone(), Date.now()).find(({ name }) => name === changed.value) ?? {
					from: null,
					to: null,
				})
			: { from: value("from"), to: value("to") };
	const query = { ext: value("ext"), direction: value("direction"), from: named.from, to: named.to, number };
	goTo(withQuery(place, query), { replaces: true });
}
