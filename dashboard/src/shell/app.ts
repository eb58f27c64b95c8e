import { html, nothing } from "lit-html";
import { noticesView } from "../parts/notices.ts";
import { pageView } from "../parts/page.ts";
import { sheetsView } from "../parts/sheet.ts";
import { emptyView } from "../parts/states.ts";
import type { View } from "../parts/view.ts";
import { arrival } from "../router.ts";
import { can, useSession } from "../session/session.ts";
import { currentPage, type Page } from "../state/page.ts";
import { connectionBarView } from "./connection-bar.ts";
import { signInSheetView } from "./lazy.ts";
import { sidebarView, tabBarView } from "./sidebar.ts";

export function appView(): View {
	const page = currentPage();
	if (!page) return nothing;
	const session = useSession();
	if (page.route?.isPublic || !session) {
		return html`<main class="lone" id="main">${contentView(page)}</main>${noticesView()}`;
	}
	const { path } = page.place;
	return html`
		<a class="skip" href="#main">Skip to Content</a>
		${sidebarView(session, path)}
		<main id="main" tabindex="-1">${connectionBarView()}${contentView(page)}</main>
		${tabBarView(session, path)}
		<div class="arriving" ?hidden=${!arrival.isSlow}></div>
		${noticesView()} ${sheetsView()} ${signInSheetView()}
	`;
}

function contentView({ place, route, screen }: Page): View {
	if (!route || !screen) return missingView();
	if (!can(route.scope)) return forbiddenView(route.title);
	return screen.view(place);
}

function missingView(): View {
	return pageView({
		title: "Not Found",
		body: emptyView({
			title: "There Is No Such Page",
			text: "The address may be misspelt, or the page no longer exists.",
			action: html`<a class="button" href="/">Go to Overview</a>`,
		}),
	});
}

function forbiddenView(title: string): View {
	return pageView({
		title,
		body: emptyView({
			title: "Not Yours to See",
			text: "Your role does not include this page. An owner can change your role under Settings, People.",
			action: html`<a class="button" href="/">Go to Overview</a>`,
		}),
	});
}
