import { html, nothing, type TemplateResult } from "lit-html";
import { checkIcon } from "./icons.ts";
import type { View } from "./view.ts";

export interface MenuItem {
	label: string;
	detail?: string;
	key?: string;
	isDestructive?: boolean;
	isChosen?: boolean;
	href?: string;
	isElsewhere?: boolean;
	run?: () => void;
}

/** A button that opens a popover of actions. `id` is unique on the page. */
export function menuView(menu: {
	id: string;
	label: string;
	face?: View;
	/** The label becomes the accessible name and the tip. */
	isIconOnly?: boolean;
	className?: string;
	items: (MenuItem | null)[];
}): TemplateResult {
	return html`
		<button
			type="button"
			class=${menu.className ?? "button"}
			popovertarget=${menu.id}
			aria-label=${menu.isIconOnly ? menu.label : nothing}
			title=${menu.isIconOnly ? menu.label : nothing}
			?data-icon-only=${menu.isIconOnly}
		>
			${menu.face ?? menu.label}
		</button>
		<ul class="menu" id=${menu.id} popover @click=${closeMenu} @keydown=${walk}>
			${menu.items.map((item) => (item === null ? html`<li class="menu-line" aria-hidden="true"></li>` : html`<li>${itemView(item)}</li>`))}
		</ul>
	`;
}

function itemView(item: MenuItem): TemplateResult {
	const content = html`
		${item.isChosen === undefined ? nothing : html`<span class="menu-check">${item.isChosen ? checkIcon : nothing}</span>`}
		<span class="row-text">
			<span>${item.label}</span>${item.detail ? html`<span class="row-detail">${item.detail}</span>` : nothing}
		</span>
		${item.key ? html`<kbd>${item.key}</kbd>` : nothing}
	`;
	if (item.href !== undefined) {
		return html`<a class="menu-item" href=${item.href} target=${item.isElsewhere ? "_blank" : nothing} rel=${item.isElsewhere ? "noopener" : nothing}>${content}</a>`;
	}
	return html`<button type="button" class="menu-item" ?data-destructive=${item.isDestructive} aria-pressed=${item.isChosen === undefined ? nothing : String(item.isChosen)} @click=${item.run}>${content}</button>`;
}

function closeMenu(event: Event): void {
	if ((event.target as Element).closest(".menu-item")) (event.currentTarget as HTMLElement).hidePopover();
}

function walk(event: KeyboardEvent): void {
	const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
	if (step === 0) return;
	event.preventDefault();
	const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".menu-item")];
	const place = items.indexOf(document.activeElement as HTMLElement);
	items.at((place + step) % items.length)?.focus();
}
