import type { HoursException } from "@cloudpbx/contracts/office/hours";
import { hoursLimits } from "@cloudpbx/contracts/words/hours-words";
import { html, nothing } from "lit-html";
import { addInterval, findExceptionFaults, sortExceptions } from "../../../domain/hours-form.ts";
import { buttonView } from "../../../parts/button.ts";
import { fieldView, textAreaView } from "../../../parts/forms/field.ts";
import { intervalsView } from "../../../parts/hours/intervals.ts";
import { plusIcon } from "../../../parts/icons.ts";
import { segmentedChoice } from "../../../parts/lists/segments.ts";
import { notify } from "../../../parts/notices.ts";
import { closeSheet, openSheet } from "../../../parts/sheet.ts";
import type { View } from "../../../parts/view.ts";
import { createStore } from "../../../state/store.ts";
import { formatDateRange, formatIntervals } from "../../../words/week.ts";
import type { HoursForm } from "./form.ts";

const nothingYet: HoursException = { name: "", from: "", to: "", intervals: [], greeting: null };
const store = createStore<{ value: HoursException; faults: Record<string, string> }>({
	value: nothingYet,
	faults: {},
});

export function exceptionsView(form: HoursForm, today: string): View {
	const sorted = sortExceptions(form.data.exceptions);
	const coming = [
		...sorted.filter(({ to }) => to >= today),
		...sorted.filter(({ to }) => to < today).reverse(),
	];
	const isFull = sorted.length >= hoursLimits.exceptions;
	return html`
		<section class="group-section">
			<h2 class="group-title">Exceptions</h2>
			<div class="settings-group">
				${coming.length === 0 ? html`<p class="setting-note hours-soft">No exceptions yet.</p>` : nothing}
				${coming.map((one) => exceptionView(form, one, one.to < today))}
			</div>
			<div class="group-footer">
				${
					form.readOnly === null
						? buttonView({
								label: "Add Exception…",
								icon: plusIcon,
								style: "plain",
								unavailable: isFull
									? `There are ${hoursLimits.exceptions} exceptions, which is the maximum.`
									: undefined,
								onPress: () => showSheet(form, null),
							})
						: nothing
				}
			</div>
		</section>
	`;
}

function exceptionView(form: HoursForm, one: HoursException, isPast: boolean): View {
	const { name, from, to, intervals } = one;
	const remove = () => {
		const before = form.data.exceptions;
		form.set(
			"exceptions",
			before.filter((other) => other !== one),
		);
		notify({
			text: `${name} is taken out.`,
			undo: { label: "Undo Remove", run: () => form.set("exceptions", before) },
		});
	};
	return html`
		<div class="setting-note hours-exception" ?data-past=${isPast}>
			<span class="row-text">
				<span class="hours-name" dir="auto">${name}</span>
				<span class="row-detail">${formatDateRange(from, to)}${isPast ? " (past)" : ""}</span>
				<span class="row-detail">${formatIntervals(intervals)}</span>
			</span>
			${
				form.readOnly === null
					? html`<span class="hours-ways">
							<button type="button" class="button" data-style="plain" aria-label=${`Edit ${name}…`} @click=${() => showSheet(form, one)}>Edit…</button>
							<button type="button" class="button" data-style="plain" aria-label=${`Remove ${name}`} @click=${remove}>Remove</button>
						</span>`
					: nothing
			}
		</div>
	`;
}

function showSheet(form: HoursForm, edited: HoursException | null): void {
	store.change((state) => Object.assign(state, { value: edited ?? nothingYet, faults: {} }));
	openSheet({
		title: edited ? `Edit ${edited.name}` : "Add Exception",
		view: () => sheetView(form, edited),
	});
}

function sheetView(form: HoursForm, edited: HoursException | null): View {
	const { value, faults } = store.state;
	const set = (change: Partial<HoursException>) =>
		store.change((state) => Object.assign(state, { value: { ...state.value, ...change }, faults: {} }));
	return html`
		<form class="form" novalidate @submit=${(event: SubmitEvent) => keep(event, form, edited)}>
			${fieldView({
				label: "Name",
				name: "exception-name",
				value: value.name,
				maxLength: hoursLimits.exceptionName,
				isFirst: true,
				error: faults.name,
				onInput: (name) => set({ name }),
			})}
			<div class="hours-dates">
				${fieldView({
					label: "First day",
					name: "exception-from",
					type: "date",
					value: value.from,
					error: faults.from,
					onInput: (from) => set({ from }),
				})}
				${fieldView({
					label: "Last day",
					name: "exception-to",
					type: "date",
					value: value.to,
					hint: "Empty: that day alone.",
					error: faults.to,
					onInput: (to) => set({ to }),
				})}
			</div>
			${segmentedChoice({
				label: "On these days",
				name: "exception-open",
				value: value.intervals.length === 0 ? "closed" : "open",
				choices: { closed: "Closed", open: "Own Hours" },
				onChange: (choice) => set({ intervals: choice === "closed" ? [] : (addInterval([]) ?? []) }),
			})}
			${
				value.intervals.length === 0
					? nothing
					: intervalsView({
							id: "exception-intervals",
							day: "Own hours",
							intervals: value.intervals,
							error: faults.intervals,
							onChange: (intervals) => set({ intervals }),
						})
			}
			${textAreaView({
				label: "Greeting",
				name: "exception-greeting",
				value: value.greeting ?? "",
				maxLength: hoursLimits.greeting,
				hint: "What callers hear first on these days. Without one they hear the usual words.",
				onInput: (greeting) => set({ greeting: greeting || null }),
			})}
			<div class="form-buttons">
				<button type="button" class="button" @click=${closeSheet}>Cancel</button>
				<button class="button" data-style="prominent">${edited ? "Done" : "Add"}</button>
			</div>
		</form>
	`;
}

function keep(event: SubmitEvent, form: HoursForm, edited: HoursException | null): void {
	event.preventDefault();
	const { value } = store.state;
	const faults = findExceptionFaults(value);
	if (Object.keys(faults).length > 0) {
		store.change((state) => (state.faults = faults));
		return;
	}
	const { exceptions } = form.data;
	const whole = { ...value, name: value.name.trim(), to: value.to || value.from };
	form.set(
		"exceptions",
		edited ? exceptions.map((one) => (one === edited ? whole : one)) : sortExceptions([...exceptions, whole]),
	);
	closeSheet();
}
