import { defineConfig } from "vite";

/** The dashboard with made-up answers, for screenshots and checks. Never deployed. */
export default defineConfig({
	root: "stage",
	publicDir: "../public",
	build: {
		outDir: "../dist-stage",
		emptyOutDir: true,
		target: "es2022",
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
	},
});
