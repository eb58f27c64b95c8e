import { html, nothing, type TemplateResult } from "lit-html";
import { chevronIcon } from "../icons.ts";
import type { View } from "../view.ts";

export interface Row {
	title: View;
	detail?: View;
	/** Before the words: an avatar, an icon. */
	leading?: View;
	/** At the end of the first line: mostly a time. */
	time?: View;
	/** At the end of the row: a status, a count, a control. */
	trailing?: View;
	/** Where it leads: the whole row is a link then. */
	href?: string | undefined;
	isCurrent?: boolean;
	/** Begins with a dot, and says so. */
	isUnread?: boolean;
	/** Reads ahead what the row leads to, before the finger is up. */
	prefetch?: () => void;
}

/** A row of a list, to stand in `<li>`. Rows that lead somewhere are links. */
export function rowView(row: Row): TemplateResult {
	const content = html`
		${row.isUnread === undefined ? nothing : html`<span class="unread" ?data-on=${row.isUnread}>${row.isUnread ? html`<span class="visually-hidden">Unread.</span>` : nothing}</span>`}
		${row.leading ?? nothing}
		<span class="row-text">
			<span class="row-line">
				<span class="row-title" dir="auto">${row.title}</span>
				${row.time === undefined ? nothing : html`<span class="row-time">${row.time}</span>`}
			</span>
			${row.detail === undefined ? nothing : html`<span class="row-detail" dir="auto">${row.detail}</span>`}
		</span>
		${row.trailing === undefined ? nothing : html`<span class="row-trailing">${row.trailing}</span>`}
	`;
	if (row.href === undefined) return html`<div class="row">${content}</div>`;
	return html`
		<a
			class="row"
			href=${row.href}
			aria-current=${row.isCurrent ? "true" : nothing}
			@pointerdown=${row.prefetch ?? nothing}
			@focus=${row.prefetch ?? nothing}
		>
			${content}${chevronIcon}
		</a>
	`;
}

/** Rows that belong together, with a heading and a sentence below. */
export function groupView(group: {
	title?: string;
	rows: Row[];
	footer?: View;
	label?: string;
}): TemplateResult {
	return html`
		<section class="group-section">
			${group.title === undefined ? nothing : html`<h2 class="group-title">${group.title}</h2>`}
			<ul class="group" aria-label=${group.label ?? nothing}>
				${group.rows.map((row) => html`<li>${rowView(row)}</li>`)}
			</ul>
			${group.footer === undefined ? nothing : html`<p class="group-footer">${group.footer}</p>`}
		</section>
	`;
}
