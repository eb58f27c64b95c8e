import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { openPalette } from "../state/overlays.ts";
import { backIcon, searchIcon } from "./icons.ts";
import type { View } from "./view.ts";

interface Head {
	/** The page's only `h1`; under 15 characters. */
	title: string;
	/** At most one prominent button, last. */
	actions?: View;
	filters?: View;
}

export function pageView(
	page: Head & { body: View; back?: { href: string; label: string }; isNarrow?: boolean },
): TemplateResult {
	return html`
		<div class="page" data-scroll="page">
			<header class="toolbar">
				${page.back ? html`<a class="button back" data-style="plain" href=${page.back.href}>${backIcon}<span>${page.back.label}</span></a>` : nothing}
				<h1 tabindex="-1">${page.title}</h1>
				<div class="toolbar-actions">${phoneSearchView()}${page.actions ?? nothing}</div>
			</header>
			${page.filters === undefined ? nothing : html`<div class="filters">${page.filters}</div>`}
			<div class="page-body" ?data-narrow=${page.isNarrow}>${page.body}</div>
		</div>
	`;
}

/**
 * A list, the chosen item beside it, and facts about that. In a narrow page only the chosen item shows, with a way
 * back; without room the inspector is left out (offer it as a sheet). The toolbar's buttons are keyed by the title,
 * so that no button appears to move.
 */
export function splitView(
	split: Head & {
		list: View;
		detail: View | null;
		detailTitle?: string;
		detailActions?: View;
		listHref: string;
		hint: View;
		inspector?: View;
	},
): TemplateResult {
	const isOpen = split.detail !== null;
	return html`
		<div class="split" ?data-open=${isOpen} ?data-inspected=${isOpen && split.inspector !== undefined}>
			<header class="toolbar">
				${isOpen ? html`<a class="button back only-one-pane" data-style="plain" href=${split.listHref}>${backIcon}<span>${split.title}</span></a>` : nothing}
				<h1 tabindex="-1">
					<span class=${isOpen ? "only-panes" : nothing}>${split.title}</span>
					${isOpen ? html`<span class="only-one-pane" dir="auto">${split.detailTitle ?? split.title}</span>` : nothing}
				</h1>
				${keyed(
					split.title,
					html`<div class="toolbar-actions">
						${isOpen ? nothing : phoneSearchView()}
						<div class=${isOpen ? "only-panes" : nothing}>${split.actions ?? nothing}</div>
						${isOpen && split.detailActions !== undefined ? html`<div class="only-one-pane">${split.detailActions}</div>` : nothing}
					</div>`,
				)}
			</header>
			<section class="pane list-pane" aria-label="List" data-scroll="list">
				${split.filters === undefined ? nothing : html`<div class="filters">${split.filters}</div>`}
				${split.list}
			</section>
			<section class="pane detail-pane" aria-label="Details" data-scroll="detail">
				${split.detail ?? html`<div class="pane-hint">${split.hint}</div>`}
			</section>
			${isOpen && split.inspector !== undefined ? html`<aside class="pane inspector-pane" aria-label="Facts" data-scroll="inspector">${split.inspector}</aside>` : nothing}
		</div>
	`;
}

function phoneSearchView(): TemplateResult {
	return html`<button type="button" class="button phone-search" data-style="plain" data-icon-only aria-label="Search" title="Search" @click=${openPalette}>${searchIcon}</button>`;
}
