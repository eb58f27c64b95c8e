import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { CallView, WebhookView } from "../../control/call-view.ts";
import { describeEntry, type EntryDescription } from "../../domain/calls/describe-entry.ts";
import { mergeTimelines } from "../../domain/calls/merge-timelines.ts";
import { printTwiml } from "../../domain/calls/print-twiml.ts";
import { formatOffset } from "../../domain/format-time.ts";
import { loadRecording } from "../../operations/load-recording.ts";
import { state } from "../../state.ts";
import { playIcon } from "../icons.ts";
import { nameParty } from "../name-party.ts";

type Story = Pick<CallView, "sid" | "to" | "timeline" | "webhooks">;

interface Line extends EntryDescription {
	id: string;
	leg: string | null;
	params: Record<string, unknown> | null;
}

/** Everything in a call and its legs, or of a text, with the time since its start. */
export function timelineView({ root, legs }: { root: Story; legs: Story[] }): unknown {
	const lines = mergeTimelines([root, ...legs].map((call) => linesOf(call, root)));
	const begin = lines[0]?.atMilliseconds ?? 0;
	const newestDocument = lines.findLast((line) => line.xml !== null)?.id;
	const view = html`
		<div class="timeline-scroll" tabindex="0" role="region" aria-label="Timeline">
			<ol class="timeline">
				${repeat(
					lines,
					(line) => line.id,
					(line) => html`
						<li class="entry" data-tone=${line.tone} data-label=${line.label}>
							<div class="entry-head">
								<span class="entry-kind">${line.label}</span>
								${line.leg ? html`<span class="entry-leg">${line.leg}</span>` : nothing}
								${line.badges.map(
									(badge) => html`<span class="badge" ?data-bad=${badge.isBad}>${badge.text}</span>`,
								)}
								<span class="entry-time">${formatOffset(line.atMilliseconds - begin)}</span>
							</div>
							${line.title ? html`<p class="entry-title">${line.title}</p>` : nothing}
							${line.xml === null ? nothing : documentView(line.xml, line.id === newestDocument)}
							${line.recordingSid ? playerView(line.recordingSid) : nothing}
							${fieldsView(line)}
						</li>
					`,
				)}
			</ol>
		</div>
	`;
	return keyed(root.sid, view);
}

function linesOf(call: Story, root: Story): Line[] {
	const leg = call === root ? null : nameParty(call.to);
	const deliveries = call.timeline.filter((entry) => entry.kind === "webhook");
	return call.timeline.map((entry, index) => ({
		...describeEntry(entry),
		id: `${call.sid}-${index}`,
		leg,
		params: paramsOf(call.webhooks, deliveries.length - deliveries.indexOf(entry), entry),
	}));
}

/** The network keeps fewer deliveries than timelines, so matching starts from the newest. */
function paramsOf(
	webhooks: WebhookView[],
	fromEnd: number,
	entry: CallView["timeline"][number],
): Record<string, unknown> | null {
	if (entry.kind !== "webhook") return null;
	const params = webhooks.at(-fromEnd)?.params;
	return typeof params === "object" && params !== null ? (params as Record<string, unknown>) : null;
}

function documentView(xml: string, isOpen: boolean): TemplateResult {
	const tokens = printTwiml(xml);
	const verbs = tokens
		.filter(({ kind, text }) => kind === "tag" && text !== "Response" && text !== "xml")
		.map(({ text }) => text);
	return html`
		<details class="document" ?open=${isOpen}>
			<summary>${[...new Set(verbs)].join(", ") || "Empty response"}</summary>
			<pre tabindex="0"><code>${tokens.map(({ kind, text }) => html`<span class="x-${kind}">${text}</span>`)}</code></pre>
		</details>
	`;
}

function playerView(sid: string): TemplateResult {
	const address = state.recordings.get(sid);
	if (address)
		return html`<audio class="player" controls autoplay aria-label="Recording" data-recording=${sid} src=${address}></audio>`;
	return html`
		<button type="button" class="tool play" @click=${() => void playRecording(sid)}>
			${playIcon}<span>Play Recording</span>
		</button>
	`;
}

/** The player replaces the button and takes its focus. */
async function playRecording(sid: string): Promise<void> {
	await loadRecording(sid);
	document.querySelector<HTMLElement>(`[data-recording="${sid}"]`)?.focus();
}

function fieldsView(line: Line): TemplateResult | typeof nothing {
	const fields: [string, unknown][] = [...line.fields, ...Object.entries(line.params ?? {})];
	if (fields.length === 0) return nothing;
	return html`
		<details class="fields">
			<summary>${line.params ? "Parameters" : "Details"}</summary>
			<dl>${fields.map(([name, value]) => html`<div><dt>${name}</dt><dd>${String(value)}</dd></div>`)}</dl>
		</details>
	`;
}
