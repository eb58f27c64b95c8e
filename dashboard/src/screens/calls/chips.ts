import { html, nothing } from "lit-html";
import { extensionNames } from "../../api/extension-names.ts";
import { use } from "../../api/resource.ts";
import { closeIcon } from "../../parts/icons.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import { currentSession } from "../../session/session.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { callOutcomeWords, dangerWords, receptionistResultWords } from "../../words/statuses.ts";
import { formatDates, formatHourOfWeek } from "../../words/times.ts";
import type { CallFilter } from "./filter.ts";
import { isSegment } from "./segments.ts";

const timeZone = () => currentSession()?.timeZone ?? "UTC";

export function chipsView(place: Place, filter: CallFilter): View {
	const { outcome, direction, ext, number, from, to, receptionist, weekday, hour, danger } = filter;
	const name = ext ? use(extensionNames).data?.get(ext) : undefined;
	const chips: [label: string, without: Record<string, null>][] = [];
	if (outcome && !isSegment(outcome)) chips.push([outcomeWord(outcome), { outcome: null }]);
	if (direction) chips.push([direction === "outbound" ? "Outgoing" : "Incoming", { direction: null }]);
	if (ext) chips.push([name ? `${ext} ${name}` : `Extension ${ext}`, { ext: null }]);
	if (number) chips.push([formatNumber(number), { number: null }]);
	if (receptionist) chips.push([`Receptionist: ${receptionistWord(receptionist)}`, { receptionist: null }]);
	if (danger) chips.push([dangerWord(danger), { danger: null }]);
	if (weekday && hour)
		chips.push([formatHourOfWeek(Number(weekday), Number(hour)), { weekday: null, hour: null }]);
	if (from || to) {
		const without = { from: null, to: null, weekday: null, hour: null };
		chips.push([formatDates(from ?? null, to ?? null, timeZone()), without]);
	}
	if (chips.length === 0) return nothing;
	return html`
		<ul class="calls-chips" aria-label="Filters">
			${chips.map(
				([label, without]) =>
					html`<li><a class="button" href=${withQuery(place, without)} aria-label="Remove filter ${label}">${label}${closeIcon}</a></li>`,
			)}
		</ul>
	`;
}

function receptionistWord(result: string): string {
	return result in receptionistResultWords
		? receptionistResultWords[result as keyof typeof receptionistResultWords].toLowerCase()
		: "took the call";
}

function dangerWord(danger: string): string {
	return danger in dangerWords ? dangerWords[danger as keyof typeof dangerWords] : "Spoke of danger";
}

function outcomeWord(outcome = ""): string {
	return outcome in callOutcomeWords
		? callOutcomeWords[outcome as keyof typeof callOutcomeWords].word
		: outcome;
}
