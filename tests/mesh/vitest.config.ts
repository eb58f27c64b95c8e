import { defineConfig } from "vitest/config";

/** The real Workers and the simulated network, as `npm start` runs them, a mesh of its own for each file. Needs `turbo run build`. */
export default defineConfig({
	test: {
		name: "mesh",
		include: ["*.test.ts"],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
