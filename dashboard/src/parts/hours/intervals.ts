import "./intervals.css";
import type { Interval } from "@cloudpbx/contracts/office/hours";
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { addInterval, readEnd, toTimeField } from "../../domain/hours-form.ts";
import { formatIntervals } from "../../words/week.ts";
import { closeIcon, plusIcon } from "../icons.ts";
import type { View } from "../view.ts";

/** The hours of a day: two times each, a button to remove one and a button to add one. */
export function intervalsView(options: {
	id: string;
	day: string;
	intervals: readonly Interval[];
	error: string | undefined;
	onChange: (intervals: Interval[]) => void;
}): View {
	const { day, error, id, intervals, onChange } = options;
	const more = addInterval(intervals);
	const change = (index: number, interval: Interval) =>
		onChange(intervals.map((one, at) => (at === index ? interval : one)));
	return html`
		<div class="hours-intervals">
			${intervals.length === 0 ? html`<span class="hours-closed">Closed</span>` : nothing}
			${intervals.map((interval, index) => {
				const [start, end] = interval;
				return html`
					<span class="hours-interval">
						${timeField(`${id}-${index}-from`, `${day} from`, start, (time) => change(index, [time, end]))}
						<span aria-hidden="true">–</span>
						${timeField(`${id}-${index}-to`, `${day} to`, toTimeField(end), (time) => change(index, [start, readEnd(time)]))}
						<button
							type="button"
							class="button"
							data-style="plain"
							data-icon-only
							aria-label=${`Remove ${formatIntervals([interval].filter(isWhole)) || "these hours"}, ${day}`}
							title="Remove"
							@click=${() => onChange(intervals.filter((_one, at) => at !== index))}
						>
							${closeIcon}
						</button>
					</span>
				`;
			})}
			<button
				type="button"
				class="button"
				data-style="plain"
				aria-label=${`Add Hours, ${day}`}
				?disabled=${more === null}
				title=${more === null ? "The day is full." : nothing}
				@click=${() => more && onChange(more)}
			>
				${plusIcon}<span>Add Hours</span>
			</button>
		</div>
		${error ? html`<p class="field-error" id=${`error-${id}`} role="alert">${error}</p>` : nothing}
	`;

	function timeField(field: string, label: string, value: string, onInput: (time: string) => void): View {
		return html`<input
			id=${field}
			class="input hours-time"
			type="time"
			required
			aria-label=${label}
			aria-invalid=${error ? "true" : nothing}
			aria-describedby=${error ? `error-${id}` : nothing}
			.value=${live(value)}
			@input=${(event: Event) => onInput((event.currentTarget as HTMLInputElement).value)}
		>`;
	}
}

function isWhole([start, end]: Interval): boolean {
	return start !== "" && end !== "";
}
