import { defineConfig } from "vitest/config";
import { ratesFiles } from "./vitest.config.ts";

export default defineConfig({
	test: {
		name: "rates",
		include: ratesFiles,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
