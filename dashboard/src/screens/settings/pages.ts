import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { View } from "../../parts/view.ts";
import type { Place } from "../../router.ts";
import { lazily } from "../../state/lazily.ts";

/** What a folder below `screens/settings/` gives: `export const page: SettingsPage` in its `page.ts`. */
export interface SettingsPage {
	/** What stands below the title. */
	view(place: Place): View;
	/** Begins to read what the page needs, before it is drawn. */
	load?(place: Place): void;
}

export interface SettingsEntry {
	/** The last part of its address: `/settings/{name}`. */
	name: string;
	title: string;
	/** What is found there, in the list of pages. */
	detail: string;
	/** The page is offered only to people who have it. */
	scope: Scope | null;
	/** Admins may not see it either. */
	isForOwners?: boolean;
	page: () => SettingsPage | null;
}

/** Every page of the settings, in groups, in the order of the list. */
export const settingsGroups: { title: string; entries: SettingsEntry[] }[] = [
	{
		title: "You",
		entries: [
			{
				name: "you",
				title: "Your Account",
				detail: "Name, role, signing out",
				scope: null,
				page: lazyPage(() => import("./you/page.ts")),
			},
		],
	},
	{
		title: "Texts",
		entries: [
			{
				name: "opt-outs",
				title: "Opt-Outs",
				detail: "Who is not to be texted",
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
				name: "audit",
				title: "Audit Log",
				detail: "Who changed what, when",
				scope: "audit:read",
				page: lazyPage(() => import("./audit/page.ts")),
			},
		],
	},
];

export function findEntry(name: string | undefined): SettingsEntry | undefined {
	return settingsGroups.flatMap(({ entries }) => entries).find((entry) => entry.name === name);
}

function lazyPage(load: () => Promise<{ page: SettingsPage }>): () => SettingsPage | null {
	const module = lazily(load);
	return () => module()?.page ?? null;
}
