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
];

export function findEntry(name: string | undefined): SettingsEntry | undefined {
	return settingsGroups.flatMap(({ entries }) => entries).find((entry) => entry.name === name);
}

function lazyPage(load: () => Promise<{ page: SettingsPage }>): () => SettingsPage | null {
	const module = lazily(load);
	return () => module()?.page ?? null;
}
