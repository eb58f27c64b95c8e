import type { View } from "../../parts/view.ts";
import type { Place } from "../../router.ts";

/** What a folder below `screens/settings/` gives: `export const page: SettingsPage` in its `page.ts`. */
export interface SettingsPage {
	/** What stands below the title. */
	view(place: Place): View;
	/** Begins to read what the page needs, before it is drawn. */
	load?(place: Place): void;
}
