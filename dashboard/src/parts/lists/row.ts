import { html, nothing, type TemplateResult } from "lit-html";
import { chevronIcon } from "../icons.ts";
import type { View } from "../view.ts";

export interface Row {
	title: View;
	detail?: View;
	leading?: View;
	time?: View;
	trailing?: View;
	href?: string | undefined;
	isCurrent?: boolean;
	isUnread?: boolean;
	/** Reads ahead on press, before the release. */
	prefetch?: () => void;
}

/** Stands in `<li>`. A row with `href` is a link as a whole. */
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
