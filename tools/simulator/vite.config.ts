import { defineConfig } from "vite";

/** The phones page: served by the simulator's Worker as static assets below `/simulator/`. */
export default defineConfig({
	root: "pages",
	base: "/simulator/",
	build: {
		outDir: "../dist/pages/simulator",
		emptyOutDir: true,
		target: "es2022",
		// A strict content security policy has no room for data: URLs.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rollupOptions: { input: ["pages/index.html", "pages/emails/index.html"] },
	},
});
