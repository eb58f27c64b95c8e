import type { Session } from "@cloudpbx/contracts/api/session";
import { html, nothing, type TemplateResult } from "lit-html";
import { downIcon, phoneIcon, searchIcon } from "../parts/icons.ts";
import { menuView } from "../parts/menu.ts";
import { signOut } from "../session/session.ts";
import { openKeyList, openPalette } from "../state/overlays.ts";
import { formatInteger } from "../words/counts.ts";
import { paletteKeyWords } from "../words/keys.ts";
import { roleWords } from "../words/statuses.ts";
import { type Destination, destinations, isBelow, tabs } from "./navigation.ts";

export function sidebarView(session: Session, path: string): TemplateResult {
	return html`
		<nav class="sidebar" aria-label="Main">
			${menuView({
				id: "person-menu",
				label: session.companyName,
				className: "company",
				face: html`<span class="row-text"><span class="company-name">${session.companyName}</span><span class="row-detail">${session.person?.name ?? "API key"}${session.role ? ` · ${roleWords[session.role].word}` : ""}</span></span>${downIcon}`,
				items: [
					{ label: "Settings", key: "G S", href: "/settings" },
					{ label: "Keyboard Shortcuts", key: "?", run: openKeyList },
					{ label: "API Reference", href: "/api/docs", isElsewhere: true },
					null,
					{ label: "Sign Out", run: () => void signOut() },
				],
			})}
			<button type="button" class="search-button" @click=${openPalette} aria-keyshortcuts="Meta+K Control+K">
				${searchIcon}<span>Search</span><kbd>${paletteKeyWords}</kbd>
			</button>
			<ul>
				${destinations().map((one) => html`<li>${linkView(one, session, path)}</li>`)}
			</ul>
			${
				session.phonesUrl
					? html`<div class="elsewhere"><a class="nav-link" href=${session.phonesUrl} target="_blank" rel="noopener">${phoneIcon}<span>Simulated Phones</span></a></div>`
					: nothing
			}
		</nav>
	`;
}

export function tabBarView(session: Session, path: string): TemplateResult {
	return html`
		<nav class="tab-bar" aria-label="Main">
			${tabs().map((one) => {
				const count = one.badge?.(session.badges) ?? 0;
				return html`
					<a class="tab" href=${one.href} aria-current=${isBelow(path, one.href) ? "page" : nothing}>
						<span class="tab-icon" data-count=${count > 0 ? formatInteger(count) : nothing}>${one.icon}</span>
						<span>${one.label}</span>
						${count > 0 ? html`<span class="visually-hidden">${count} new</span>` : nothing}
					</a>
				`;
			})}
		</nav>
	`;
}

function linkView(one: Destination, session: Session, path: string): TemplateResult {
	const count = one.badge?.(session.badges) ?? 0;
	return html`
		<a class="nav-link" href=${one.href} aria-current=${isBelow(path, one.href) ? "page" : nothing} draggable="false">
			${one.icon}<span>${one.label}</span>
			${count > 0 ? html`<span class="badge">${formatInteger(count)}<span class="visually-hidden"> new</span></span>` : nothing}
		</a>
	`;
}
