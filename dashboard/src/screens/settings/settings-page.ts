import type { View } from "../../parts/view.ts";
import type { Place } from "../../router.ts";

/** The export `page` of a settings page's `page.ts`. */
export interface SettingsPage {
	view(place: Place): View;
	load?(place: Place): void;
}
