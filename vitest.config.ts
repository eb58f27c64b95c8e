import { defineConfig } from "vitest/config";

/** One run, four layers; each layer's own needs stand in its vitest.config.ts. */
export default defineConfig({
	test: { projects: ["vitest.unit.config.ts"] },
});
