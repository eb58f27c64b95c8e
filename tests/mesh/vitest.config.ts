import { configDefaults, defineConfig } from "vitest/config";

/** Tests that measure real seconds. They need an idle machine, so they are the project `rates`. */
export const ratesFiles = ["rates/*.test.ts"];

export default defineConfig({
	test: {
		name: "mesh",
		include: ["*/*.test.ts"],
		exclude: [...configDefaults.exclude, ...ratesFiles],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
