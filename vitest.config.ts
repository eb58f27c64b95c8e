import { defineConfig } from "vitest/config";

/**
 * All layers. `vitest run --project voice` runs one; `mesh`, `rates` and `e2e` need built Workers, which `npm test` sees to.
 */
export default defineConfig({
	test: {
		projects: [
			"vitest.unit.config.ts",
			"services/*/vitest.config.ts",
			"services/messaging/vitest.live.config.ts",
			"tools/*/vitest.config.ts",
			"tests/*/vitest.config.ts",
			"tests/mesh/vitest.rates.config.ts",
		],
	},
});
