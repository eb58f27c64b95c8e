import { defineConfig } from "vite";

/** Forms that wait for Save are the settings' alone, though each of their pages is a part of its own. */
const formParts =
	/\/(kept-form|form-draft|check-numbers|typed-number|setting|phrases|setting-limits)\.(ts|css)$/;

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
							priority: 1,
							minShareCount: 4,
							test: (module) => !module.includes("/screens/") && !formParts.test(module),
						},
						{ name: "kept-form", test: formParts },
					],
				},
			},
		},
	},
});
