import { mkdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

// The Worker's configuration names the folder of the built pages; the tests need no page in it.
mkdirSync(new URL("dist/pages", import.meta.url), { recursive: true });

export default defineConfig({
	test: {
		name: "simulator",
		// test/unit needs no Worker and runs with the repository's other unit tests.
		include: ["test/**/*.test.ts"],
		exclude: ["test/unit/**"],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		globalSetup: "test/support/global-setup.ts",
		isolate: false,
	},
});
