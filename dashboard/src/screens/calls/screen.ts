import type { Call, CallSummary } from "@cloudpbx/contracts/api/calls";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { pages } from "../../api/pages.ts";
import { peek, prefetch, type Resource } from "../../api/resource.ts";
import { definitionsView } from "../../parts/definitions.ts";
import { splitView } from "../../parts/page.ts";
import { pagedListView } from "../../parts/paged-list.ts";
import type { Row } from "../../parts/row.ts";
import { segmentsView } from "../../parts/segments.ts";
import { emptyView, resourceView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { writeNumber } from "../../words/phone-numbers.ts";
import { callOutcomeWords, callStatusWords } from "../../words/statuses.ts";
import { writeDay, writeDuration } from "../../words/times.ts";

const outcomes = [
	["All", null],
	["Missed", "missed"],
	["Voicemail", "voicemail"],
	["Answered", "answered"],
] as const;

function calls({ query }: Place) {
	const filter = Object.fromEntries(
		["outcome", "number", "ext"].flatMap((name) => {
			const value = query.get(name);
			return value ? [[name, value]] : [];
		}),
	);
	return pages<CallSummary>({
		key: `calls?${new URLSearchParams(filter)}`,
		loadPage: (cursor, signal) =>
			ask(() => api.calls.$get({ query: { ...filter, ...(cursor && { cursor }) } }, until(signal))),
		hears: ({ kind }) => kind === "call",
	});
}

function call(id: string): Resource<Call> {
	return {
		key: `calls/${id}`,
		load: (signal) => ask(() => api.calls[":id"].$get({ param: { id } }, until(signal))),
		hears: (event) => event.kind === "call" && event.callId === id,
	};
}

export const screen: Screen = {
	load(place) {
		void prefetch(calls(place));
		if (place.params.callId) void prefetch(call(place.params.callId));
	},
	title: ({ params }) => nameOf(params.callId),
	view(place) {
		const { callId } = place.params;
		return splitView({
			title: "Calls",
			listHref: withQuery({ ...place, path: "/calls" }, {}),
			filters: segmentsView({
				label: "Outcome",
				items: outcomes.map(([label, outcome]) => ({
					label,
					href: withQuery(place, { outcome }),
					isCurrent: place.query.get("outcome") === outcome,
				})),
			}),
			list: pagedListView({
				resource: calls(place),
				label: "Calls",
				row: (one) => rowOf(one, place),
				groupOf: ({ startedAt }) => writeDay(startedAt, Date.now()),
				empty: emptyView({ title: "No Calls", text: "Calls to your numbers are listed here as they come." }),
			}),
			detail: callId ? callView(callId) : null,
			detailTitle: nameOf(callId) ?? "Call",
			hint: "Choose a call.",
		});
	},
};

function nameOf(id: string | undefined): string | undefined {
	const known = id ? peek(call(id)) : undefined;
	return known ? writeNumber(known.from) : undefined;
}

const statusOf = ({ outcome, status }: CallSummary) =>
	outcome ? callOutcomeWords[outcome] : callStatusWords[status];

function rowOf(one: CallSummary, place: Place): Row {
	return {
		title: writeNumber(one.direction === "inbound" ? one.from : one.to),
		detail: statusView(statusOf(one)),
		time: timeView(one.startedAt, "clock"),
		href: withQuery({ ...place, path: `/calls/${one.id}` }, {}),
		isCurrent: place.params.callId === one.id,
		prefetch: () => void prefetch(call(one.id)),
	};
}

function callView(id: string) {
	return resourceView(
		call(id),
		(one) =>
			definitionsView([
				["From", writeNumber(one.from)],
				["To", writeNumber(one.to)],
				["Outcome", statusView(statusOf(one))],
				["Began", timeView(one.startedAt, "moment")],
				["Length", one.durationSeconds === null ? null : writeDuration(one.durationSeconds)],
			]),
		{ back: { href: "/calls", label: "All Calls" } },
	);
}
