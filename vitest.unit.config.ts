import { defineConfig } from "vitest/config";

/** Pure code, in Node, without a Worker: packages and every service's domain folder. */
export default defineConfig({
	test: {
		name: "unit",
		include: [
			"packages/*/test/**/*.test.ts",
			"services/*/test/domain/**/*.test.ts",
			"tools/*/test/unit/**/*.test.ts",
		],
	},
});
