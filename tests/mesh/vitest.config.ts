import { configDefaults, defineConfig } from "vitest/config";

/** Tests that measure real seconds. They need an idle machine, so they are the project `rates`. */
export const ratesFiles = ["rates/*.test.ts"];

/** The real Workers and the simulated network, as `npm start` runs them. Each file starts its own mesh. Needs `turbo run build`. */
export default defineConfig({
	test: {
		name: "mesh",
		include: ["*/*.test.ts"],
		exclude: [...configDefaults.exclude, ...ratesFiles],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
