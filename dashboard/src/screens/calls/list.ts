import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import { html } from "lit-html";
import { useExtensionNames } from "../../api/extension-names.ts";
import { peek, prefetch, use } from "../../api/resource.ts";
import { runningTimeView } from "../../parts/calling/running-time.ts";
import { incomingIcon, outgoingIcon } from "../../parts/icons.ts";
import { pagedListView } from "../../parts/lists/paged-list.ts";
import type { Row } from "../../parts/lists/row.ts";
import { emptyView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import { currentSession } from "../../session/session.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { dangerWords } from "../../words/statuses.ts";
import { formatDay, formatSeconds } from "../../words/times.ts";
import type { NameOf } from "./describe-place.ts";
import { readFilter } from "./filter.ts";
import { nameLine, partyView, statusOf } from "./names.ts";
import { call, calls, isLasting, telling } from "./resources.ts";

/** Maximum calls in progress whose place is shown: each needs a request. */
const placedMax = 5;

export function listView(place: Place): View {
	const resource = calls(readFilter(place.query));
	const placed = (peek(resource)?.items ?? []).filter(isLasting).slice(0, placedMax);
	const nameOf = useExtensionNames();
	return pagedListView({
		resource,
		label: "Calls",
		row: (one) => rowOf(one, place, nameOf, placed.includes(one)),
		groupOf: (one) => (isLasting(one) ? "Now" : formatDay(one.startedAt, Date.now())),
		empty: emptyListView(place),
	});
}

function rowOf(one: CallSummary, place: Place, nameOf: NameOf, isPlaced: boolean): Row {
	const isRunning = isLasting(one);
	const whole = isPlaced ? use(call(one.id)).data : undefined;
	const whereabouts =
		isRunning && whole && isLasting(whole) ? telling()?.describePlace(whole, nameOf) : undefined;
	const status =
		whereabouts !== undefined
			? { word: whereabouts, tone: "busy" as const }
			: one.danger
				? { word: dangerWords[one.danger], tone: "bad" as const }
				: statusOf(one);
	const line = lineOf(one, nameOf);
	const length = isRunning ? runningTimeView(one.startedAt) : formatSeconds(one.durationSeconds ?? 0);
	return {
		title: partyView(one),
		leading: html`<span class="calls-direction" role="img" aria-label=${one.direction === "inbound" ? "Incoming" : "Outgoing"}>${one.direction === "inbound" ? incomingIcon : outgoingIcon}</span>`,
		detail: html`
			<span class="calls-facts"><span>${statusView(status)}</span><span class="number">${length}</span></span>
			<span class="calls-line" dir="auto">${line}</span>
		`,
		time: timeView(one.startedAt, "clock"),
		href: withQuery({ ...place, path: `/calls/${one.id}` }, {}),
		isCurrent: place.params.callId === one.id,
		prefetch: () => void prefetch(call(one.id)),
	};
}

function lineOf(one: CallSummary, nameOf: NameOf): string {
	if (one.extension === null) return nameLine(one);
	const name = nameOf(one.extension);
	return one.direction === "inbound" ? `${nameLine(one)} → ${name}` : `${name} from ${nameLine(one)}`;
}

function emptyListView(place: Place): View {
	const isFiltered = Object.keys(readFilter(place.query)).length > 0;
	if (isFiltered) {
		return emptyView({
			title: "No Such Calls",
			text: "No call matches this filter.",
			action: html`<a class="button" href=${place.path}>Clear Filters</a>`,
		});
	}
	const [line] = currentSession()?.numbers ?? [];
	return emptyView({
		title: "No Calls Yet",
		text: line
			? `Calls appear here as they come in. Dial ${formatNumber(line.number)} to hear what callers hear.`
			: "Calls to your numbers appear here as they come in.",
	});
}
