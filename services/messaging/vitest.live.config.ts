import { defineConfig } from "vitest/config";
import { liveProject } from "./vitest.config.ts";

/** Live news of the same Worker. */
export default defineConfig(liveProject);
