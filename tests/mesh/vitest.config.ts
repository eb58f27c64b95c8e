import { configDefaults, defineConfig } from "vitest/config";

/** What holds real time to account: it runs with little beside it, and by itself as the project `rates`. */
export const ratesFiles = ["campaigns.test.ts", "far-campaigns.test.ts", "far-database.test.ts"];

/** The real Workers and the simulated network, as `npm start` runs them, a mesh of its own for each file. Needs `turbo run build`. */
export default defineConfig({
	test: {
		name: "mesh",
		include: ["*.test.ts"],
		exclude: [...configDefaults.exclude, ...ratesFiles],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
