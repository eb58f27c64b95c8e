import { currentSession } from "../session/session.ts";
import { currentPage } from "../state/page.ts";

/** "(3) Ana Ruiz – Inbox". The icon has a dot while something is unread. */
export function nameWindow(): void {
	const page = currentPage();
	if (!page) return;
	const unread = currentSession()?.badges.conversationsUnread ?? 0;
	const chosen = page.screen?.title?.(page.place);
	const title = page.route?.title ?? "Not Found";
	const words = `${unread > 0 ? `(${unread}) ` : ""}${chosen ? `${chosen} – ` : ""}${title}`;
	if (document.title !== words) document.title = words;
	const icon = document.querySelector("link[rel=icon]");
	const href = unread > 0 ? "/icon-unread.svg" : "/icon.svg";
	if (icon?.getAttribute("href") !== href) icon?.setAttribute("href", href);
}
