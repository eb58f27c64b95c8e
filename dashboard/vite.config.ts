import { defineConfig } from "vite";

/** What several screens share, but not the shell: by the chunk that it comes in. */
const shared = {
	lists:
		/\/(api\/pages|domain\/(freeze-order|merge-pages)|parts\/lists\/(frozen|paged)-list|directives\/repeat)\.(ts|js)$/,
	forms: /\/(parts\/(card|forms\/(field|form|password-field))|session\/enter-with-password)\.ts$/,
	charts: /\/(domain\/chart-scale|parts\/charts\/(bars|chart|chart-patterns|charts))\.(ts|css)$/,
	faces: /\/(parts\/avatar|domain\/initials)\.ts$/,
	/** Whether it is open, for the overview and the hours. */
	hours:
		/\/(words\/hours|words\/hours-words|parts\/hours\/opening|hours\/(find-instant|days)|quiet-hours\/local-time)\.(ts|css)$/,
	/** Only an opened call, an opened conversation and one page of the settings know who is blocked. */
	blocking: /\/(api\/blocklist|parts\/calling\/blocking|blocklist\/find-block)\.ts$/,
	/** Forms that wait for Save are the settings' alone, though each of their pages is a part of its own. */
	keptForms:
		/\/(kept-form|form-draft|check-numbers|typed-number|setting|phrases|spell-number|setting-limits)\.(ts|css)$/,
	/** Pages by which somebody can be called. */
	calling: /\/(parts\/calling\/call-button|calls\/ways-back)\.ts$/,
	callList: /\/screens\/calls\/(filter|segments|names|resources)\.ts$/,
	player: /\/(api\/recording|domain\/wave|parts\/player\/(mini-)?player(-icons)?|state\/playing)\.(ts|css)$/,
	weeks: /\/(parts\/hours\/intervals|domain\/hours-form|words\/week|words\/hours-words)\.(ts|css)$/,
};

/** Files that are fetched and saved: only once somebody asks for one. */
const ofFiles = /\/api\/(save-csv|ask-file)\.ts$/;
/** When it is open: the overview, the pages that change it and What If. The other screens do without. */
const ofHours =
	/\/(api\/opening-hours|words\/hours|domain\/what-if-\w+|parts\/what-if\/\w+|src\/hours\/[\w-]+|quiet-hours\/local-time)\.(ts|css)$/;

/** The pages of an owner and his people: served by the admin Worker as static assets. */
export default defineConfig({
	build: {
		outDir: "dist",
		emptyOutDir: true,
		target: "es2022",
		manifest: true,
		// A strict content security policy has no room for data: URLs.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			output: {
				// What most screens share comes at once with the first of them, instead of in thirty small files.
				codeSplitting: {
					groups: [
						{
							name: "base",
							priority: 2,
							minShareCount: 8,
							test: (module) =>
								!module.includes("/screens/") &&
								![ofFiles, ofHours].some((apart) => apart.test(module)) &&
								Object.values(shared).every((some) => !some.test(module)),
						},
						...Object.entries(shared).map(([name, test]) => ({ name, test, priority: 1, minShareCount: 2 })),
					],
				},
			},
		},
	},
});
