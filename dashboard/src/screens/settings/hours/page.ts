import "./style.css";
import type {
	ClosedMainLine,
	Holidays,
	HoursException,
	Week,
	WholeHours,
} from "@cloudpbx/contracts/office/hours";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { openingHours, openingNow } from "../../../api/opening-hours.ts";
import { prefetch, put, refresh } from "../../../api/resource.ts";
import { findHoursFaults } from "../../../domain/hours-form.ts";
import { keptFormView } from "../../../parts/forms/kept-form.ts";
import { openingView } from "../../../parts/hours/opening.ts";
import { recordedGreetingView } from "../../../parts/recorded-greeting/recorded-greeting.ts";
import { countTake, takes } from "../../../parts/recorded-greeting/takes.ts";
import { resourceView } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { whatIfOfferView } from "../../../parts/what-if/offer.ts";
import { can, useSession } from "../../../session/session.ts";
import { keptForm } from "../../../state/kept-form.ts";
import { isoDay } from "../../../words/times.ts";
import { formatDateRange, formatIntervals, formatWeek } from "../../../words/week.ts";
import { lockedWords } from "../company-settings.ts";
import type { SettingsPage } from "../settings-page.ts";
import { closedLineView, closedWords } from "./closed-line.ts";
import { exceptionsView } from "./exceptions.ts";
import type { HoursForm } from "./form.ts";
import { holidaysView } from "./holidays.ts";
import { hoursPreviewView } from "./hours-preview.ts";
import { weekView } from "./week.ts";

const names = {
	week: "Week",
	exceptions: "Exceptions",
	holidays: "Holidays",
	closed: "While closed",
};

export const page: SettingsPage = {
	load() {
		void prefetch(openingHours);
		void prefetch(openingNow);
	},
	// Waits for both, so that nothing moves.
	view: () => resourceView(openingNow, () => resourceView(openingHours, hoursView)),
};

function hoursView(stored: WholeHours): View {
	const form: HoursForm = keptForm({
		name: "settings/hours",
		resource: openingHours,
		stored,
		readOnly: can("settings:write") ? null : lockedWords,
		check: (values) => ({ values, faults: findHoursFaults(values) }),
		write: (json) => ask(() => api.hours.$put({ json })),
		onSaved: () => void refresh(openingNow),
	});
	const timeZone = useSession()?.timeZone ?? "UTC";
	// A form that cannot be saved would not reach callers.
	const isWhole = Object.keys(findHoursFaults(form.data)).length === 0;
	const today = isoDay(Date.now(), timeZone);
	return html`
		${openingView()}
		${keptFormView(form, {
			fields: [
				hoursPreviewView(isWhole ? form.data : form.stored, timeZone, stored.greetingAudio !== null),
				weekView(form),
				exceptionsView(form, today),
				holidaysView(form, today),
				closedLineView(form),
			],
			names,
			write: formatField,
		})}
		${closedGreetingView(stored)}
		${form.isChanged ? nothing : whatIfOfferView()}
	`;
}

function closedGreetingView({ greetingAudio: audio }: WholeHours): View {
	return recordedGreetingView(
		{
			id: "closed",
			path: "/api/hours/greeting/audio",
			audio,
			version: takes(),
			title: "Greeting for closed hours",
			href: "/settings/hours",
			fileName: "greeting-closed",
			text: "the closed greeting",
			callers: "Callers of the closed main line",
			follow(saved) {
				countTake();
				put(openingHours, saved as WholeHours);
			},
		},
		can("settings:write"),
	);
}

function formatField(field: string, value: unknown): string {
	if (field === "week") return formatWeek(value as Week);
	if (field === "holidays") return (value as Holidays).names.join("\n");
	if (field === "exceptions") {
		return (value as HoursException[])
			.map(
				({ name, from, to, intervals }) =>
					`${name}, ${formatDateRange(from, to)}: ${formatIntervals(intervals)}`,
			)
			.join("\n");
	}
	const { greeting, then, extension, number } = value as ClosedMainLine;
	return [greeting, closedWords[then], extension ?? number].filter(Boolean).join("\n");
}
