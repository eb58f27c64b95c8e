import { defineConfig } from "vite";

/** Chunks that several screens share, but not the shell. */
const shared = {
	lists:
		/\/(api\/pages|domain\/(freeze-order|merge-pages)|parts\/lists\/(frozen|paged)-list|directives\/repeat)\.(ts|js)$/,
	forms: /\/(parts\/(card|forms\/(field|form|password-field))|session\/enter-with-password)\.ts$/,
	charts: /\/(domain\/chart-scale|parts\/charts\/(bars|chart|chart-patterns|charts))\.(ts|css)$/,
	faces: /\/(parts\/avatar|domain\/initials)\.ts$/,
	hours:
		/\/(words\/hours|words\/hours-words|parts\/hours\/opening|hours\/(to-instant|days)|quiet-hours\/local-time|src\/memoize)\.(ts|css)$/,
	/** Only an open call, an open conversation and one settings page need the blocklist. */
	blocking: /\/(api\/blocklist|parts\/calling\/blocking|blocklist\/find-block)\.ts$/,
	/** Only the settings have kept forms, each page in a chunk of its own. */
	keptForms:
		/\/(kept-form|form-draft|check-numbers|typed-number|setting|phrases|spell-number|setting-limits)\.(ts|css)$/,
	calling: /\/(parts\/calling\/call-button|calls\/contact-buttons)\.ts$/,
	callList: /\/screens\/calls\/(filter|segments|names|resources)\.ts$/,
	player: /\/(api\/recording|domain\/wave|parts\/player\/(mini-)?player(-icons)?|state\/playing)\.(ts|css)$/,
	weeks: /\/(parts\/hours\/intervals|domain\/hours-form|words\/week|words\/hours-words)\.(ts|css)$/,
};

const ofFiles = /\/api\/(save-csv|ask-file)\.ts$/;
/** Opening hours: for the overview, the pages that change them and What If. */
const ofHours =
	/\/(api\/opening-hours|words\/hours|domain\/what-if-\w+|parts\/what-if\/\w+|src\/hours\/[\w-]+|quiet-hours\/local-time|src\/memoize)\.(ts|css)$/;

/** Served by the admin Worker as static assets. */
export default defineConfig({
	build: {
		outDir: "dist",
		emptyOutDir: true,
		target: "es2022",
		manifest: true,
		// The CSP forbids data: URLs.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			output: {
				// Code of most screens comes as one chunk instead of thirty small files.
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
