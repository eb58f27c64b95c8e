import type { Session } from "@cloudpbx/contracts/api/session";
import type { TemplateResult } from "lit-html";
import {
	analyticsIcon,
	callsIcon,
	campaignsIcon,
	contactsIcon,
	extensionsIcon,
	inboxIcon,
	overviewIcon,
	settingsIcon,
	voicemailIcon,
} from "../parts/icons.ts";
import { routes } from "../routes.ts";
import { can } from "../session/session.ts";

export interface Destination {
	href: string;
	label: string;
	icon: TemplateResult;
	key: string;
	badge?: (badges: Session["badges"]) => number;
}

const all: Destination[] = [
	{ href: "/", label: "Overview", icon: overviewIcon, key: "o" },
	{
		href: "/inbox",
		label: "Inbox",
		icon: inboxIcon,
		key: "i",
		badge: ({ conversationsWaiting = 0, conversationsUnread = 0 }) =>
			Math.max(conversationsWaiting, conversationsUnread),
	},
	{ href: "/calls", label: "Calls", icon: callsIcon, key: "c" },
	{
		href: "/voicemail",
		label: "Voicemail",
		icon: voicemailIcon,
		key: "v",
		badge: ({ voicemailsUnheard = 0 }) => voicemailsUnheard,
	},
	{ href: "/contacts", label: "Contacts", icon: contactsIcon, key: "p" },
	{ href: "/extensions", label: "Extensions", icon: extensionsIcon, key: "e" },
	{ href: "/campaigns", label: "Campaigns", icon: campaignsIcon, key: "m" },
	{ href: "/analytics", label: "Analytics", icon: analyticsIcon, key: "a" },
	{ href: "/settings", label: "Settings", icon: settingsIcon, key: "s" },
];

/** A phone has room for five. */
const phoneTabs = ["/", "/inbox", "/calls", "/campaigns", "/settings"];
const agentTabs = ["/", "/inbox", "/voicemail", "/contacts", "/settings"];

export function destinations(): Destination[] {
	return all.filter(({ href }) => can(routes.find(({ path }) => isBelow(path, href))?.scope ?? null));
}

export function tabs(): Destination[] {
	const chosen = can("calls:read") ? phoneTabs : agentTabs;
	return destinations().filter(({ href }) => chosen.includes(href));
}

/** `/inbox/conv_1` belongs to `/inbox`. */
export function isBelow(path: string, href: string): boolean {
	return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
