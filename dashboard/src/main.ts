import "./style/index.css";
import { render } from "lit-html";
import { onSessionLost } from "./api/ask.ts";
import { followNetwork } from "./api/connection.ts";
import { endDrawing } from "./api/resource.ts";
import { showDialogs } from "./parts/sheet.ts";
import { followNavigation, matchPath, type Place } from "./router.ts";
import { routes } from "./routes.ts";
import { currentSession, loadSession } from "./session/session.ts";
import { appView } from "./shell/app.ts";
import { showFailedStart } from "./shell/failed-start.ts";
import { listenToKeys } from "./shell/keys.ts";
import { fetchAhead, openKeyList, openPalette, signInAgain } from "./shell/lazy.ts";
import { nameWindow } from "./shell/name-window.ts";
import { listDrafts } from "./state/drafts.ts";
import { provideOverlays } from "./state/overlays.ts";
import { currentPage, screenKeys, setPage } from "./state/page.ts";
import { onChange } from "./state/store.ts";

const root = document.getElementById("app");
if (!root) throw new Error("The page has no place for the dashboard.");

onChange(() => {
	render(appView(), root);
	showDialogs();
	nameWindow();
	endDrawing();
});
provideOverlays({ openPalette, openKeyList });
reloadAfterDeploy();

try {
	await start(new URL(location.href));
} catch (error) {
	showFailedStart(root, error);
}

async function start(url: URL): Promise<void> {
	const here = findRoute(url);
	const code = here.route?.load();
	code?.catch(() => undefined);
	if (!here.route?.isPublic && (await loadSession()) === null) return leadToSignIn(url);
	await arrive(url);
	onSessionLost(signInAgain);
	followNavigation({ arrive, isOurs });
	listenToKeys(screenKeys);
	followNetwork();
	fetchAhead();
	if (currentSession()) {
		void import("./api/follow-news.ts").then(({ followNews }) => followNews());
		if (listDrafts("outbox/").length > 0) {
			void import("./screens/inbox/outbox/outbox.ts").then(({ resumeOutbox }) => resumeOutbox());
		}
	}
}

/** Public pages and the others load as documents: a session begins or ends between them. */
function isOurs(url: URL): boolean {
	if (/^\/(api|simulator)(\/|$)/.test(url.pathname)) return false;
	return (findRoute(url).route?.isPublic ?? false) === (currentPage()?.route?.isPublic ?? false);
}

/** Shows the page of an address. A different page gets the focus on its heading; within a page the focus stays. */
async function arrive(url: URL): Promise<void> {
	const { route, place } = findRoute(url);
	const before = currentPage()?.route;
	const { screen } = route ? await route.load() : { screen: null };
	screen?.load?.(place);
	setPage({ route, place, screen });
	if (before === undefined) return;
	await new Promise((resolve) => setTimeout(resolve, 0));
	if (before !== route || document.activeElement === document.body) {
		document.querySelector("main .page")?.scrollTo(0, 0);
		document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
	}
}

function findRoute(url: URL) {
	const path = url.pathname.replace(/(.)\/+$/, "$1");
	for (const route of routes) {
		const params = matchPath(route.path, path);
		if (params) return { route, place: { path, params, query: url.searchParams } satisfies Place };
	}
	return { route: null, place: { path, params: {}, query: url.searchParams } satisfies Place };
}

function leadToSignIn(url: URL): void {
	const next = `${url.pathname}${url.search}`;
	location.replace(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
}

/** After a deploy the old chunks are gone: reloads once. Drafts are kept. */
function reloadAfterDeploy(): void {
	window.addEventListener("vite:preloadError", () => {
		const build = import.meta.url;
		if (sessionStorage.getItem("cloudpbx/reloaded") === build) return;
		sessionStorage.setItem("cloudpbx/reloaded", build);
		location.reload();
	});
}
