import { loadExtensionNames } from "../../../api/extension-names.ts";
import { openingHours } from "../../../api/opening-hours.ts";
import { prefetch } from "../../../api/resource.ts";
import { whatIfView } from "../../../parts/what-if/phone.ts";
import type { SettingsPage } from "../settings-page.ts";

export const page: SettingsPage = {
	load() {
		void prefetch(openingHours);
		void loadExtensionNames();
	},
	view: whatIfView,
};
