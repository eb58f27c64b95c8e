import { defineConfig } from "vitest/config";

/** Journeys in a real browser on the mesh of `npm start`. Needs `turbo run build`. */
export default defineConfig({
	test: {
		name: "e2e",
		include: ["*/*.test.ts"],
		testTimeout: 90_000,
		hookTimeout: 90_000,
		fileParallelism: false,
	},
});
