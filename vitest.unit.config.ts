import { defineConfig } from "vitest/config";

/** Pure code, in Node, without a Worker: packages and every service's domain folder. */
export default defineConfig({
	test: {
		name: "unit",
		include: [
			"packages/*/test/**/*.test.ts",
			"dashboard/test/**/*.test.ts",
			"services/*/test/domain/**/*.test.ts",
			"tools/*/test/unit/**/*.test.ts",
		],
		// Some read megabytes, some start a process: a busy machine takes its time.
		testTimeout: 30_000,
	},
});
