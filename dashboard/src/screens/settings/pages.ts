import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import type { SettingsPage } from "./settings-page.ts";

export interface SettingsEntry {
	/** The last part of the address: `/settings/{name}`. */
	name: string;
	title: string;
	detail: string;
	/** People without it are not offered the page. */
	scope: Scope | null;
	isForOwners?: boolean;
	page: () => SettingsPage | null;
}

export const settingsGroups: { title: string; entries: SettingsEntry[] }[] = [
	{
		title: "You",
		entries: [
			{
				name: "you",
				title: "Your Account",
				detail: "Name, password, sessions, signing out",
				scope: null,
				page: lazyPage(() => import("./you/page.ts")),
			},
			{
				name: "notices",
				title: "Notices",
				detail: "What you are notified of, and how",
				scope: null,
				page: lazyPage(() => import("./notices/page.ts")),
			},
		],
	},
	{
		title: "Company",
		entries: [
			{
				name: "company",
				title: "Company",
				detail: "Name and time zone",
				scope: "settings:read",
				page: lazyPage(() => import("./company/page.ts")),
			},
			{
				name: "greeting",
				title: "Greeting",
				detail: "What callers hear first",
				scope: "settings:read",
				page: lazyPage(() => import("./greeting/page.ts")),
			},
			{
				name: "hours",
				title: "Hours",
				detail: "Week, holidays, exceptions",
				scope: "settings:read",
				page: lazyPage(() => import("./hours/page.ts")),
			},
			{
				name: "what-if",
				title: "What If",
				detail: "Play a call through",
				scope: "settings:read",
				page: lazyPage(() => import("./what-if/page.ts")),
			},
			{
				name: "facts",
				title: "Facts",
				detail: "What the assistant knows",
				scope: "settings:read",
				page: lazyPage(() => import("./facts/page.ts")),
			},
			{
				name: "assistant",
				title: "Assistant",
				detail: "Who answers callers and texters",
				scope: "settings:read",
				page: lazyPage(() => import("./assistant/page.ts")),
			},
		],
	},
	{
		title: "Phone and Texts",
		entries: [
			{
				name: "calls",
				title: "Calls & Voicemail",
				detail: "Ringing, keys, messages",
				scope: "settings:read",
				page: lazyPage(() => import("./calls/page.ts")),
			},
			{
				name: "blocked",
				title: "Blocked Callers",
				detail: "Who reaches nobody",
				scope: "settings:read",
				page: lazyPage(() => import("./blocked/page.ts")),
			},
			{
				name: "texts",
				title: "Texts & Sending Rates",
				detail: "How fast campaigns send",
				scope: "settings:read",
				page: lazyPage(() => import("./texts/page.ts")),
			},
			{
				name: "limits",
				title: "Limits",
				detail: "Countries, and texts in an hour",
				scope: "settings:read",
				page: lazyPage(() => import("./limits/page.ts")),
			},
			{
				name: "registration",
				title: "Registration",
				detail: "What lets your texts arrive",
				scope: "numbers:read",
				page: lazyPage(() => import("./registration/page.ts")),
			},
			{
				name: "opt-outs",
				title: "Opt-Outs",
				detail: "Numbers that get no texts",
				scope: "optouts:read",
				page: lazyPage(() => import("./opt-outs/page.ts")),
			},
		],
	},
	{
		title: "Access",
		entries: [
			{
				name: "people",
				title: "People",
				detail: "Roles, invitations",
				scope: "users:read",
				page: lazyPage(() => import("./people/page.ts")),
			},
			{
				name: "keys",
				title: "API Keys",
				detail: "What programs may do",
				scope: "keys:write",
				isForOwners: true,
				page: lazyPage(() => import("./keys/page.ts")),
			},
			{
				name: "webhooks",
				title: "Webhooks",
				detail: "What your own software hears",
				scope: "webhooks:read",
				page: lazyPage(() => import("./webhooks/page.ts")),
			},
			{
				name: "audit",
				title: "Audit Log",
				detail: "Who changed what, when",
				scope: "audit:read",
				page: lazyPage(() => import("./audit/page.ts")),
			},
		],
	},
	{
		title: "System",
		entries: [
			{
				name: "retention",
				title: "Data Retention",
				detail: "What is kept, and for how long",
				scope: "settings:read",
				page: lazyPage(() => import("./retention/page.ts")),
			},
			{
				name: "about",
				title: "About",
				detail: "Version, health, licence",
				scope: "settings:read",
				page: lazyPage(() => import("./about/page.ts")),
			},
		],
	},
];

export function offeredEntries(): SettingsEntry[] {
	return settingsGroups.flatMap(({ entries }) => entries).filter(({ scope }) => can(scope));
}

export function findEntry(name: string | undefined): SettingsEntry | undefined {
	return settingsGroups.flatMap(({ entries }) => entries).find((entry) => entry.name === name);
}

function lazyPage(load: () => Promise<{ page: SettingsPage }>): () => SettingsPage | null {
	const module = lazily(load);
	return () => module()?.page ?? null;
}
