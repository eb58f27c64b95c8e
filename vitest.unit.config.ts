import { defineConfig } from "vitest/config";

/** Pure code, in Node, without a Worker: packages, and what services decide without one. */
export default defineConfig({
	test: {
		name: "unit",
		include: [
			"packages/*/test/**/*.test.ts",
			"dashboard/test/**/*.test.ts",
			"services/*/test/**/*.test.ts",
			"tools/*/test/unit/**/*.test.ts",
		],
		exclude: ["services/*/test/worker/**"],
		// Some read megabytes, some start a process: a busy machine takes its time.
		testTimeout: 30_000,
	},
});
