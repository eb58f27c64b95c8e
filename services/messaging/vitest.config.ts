import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { carrierBindings, openWorkerProject } from "./test/worker/worker-project.ts";

/** Files whose sockets of live news outlive a test: each needs a process of its own. */
const liveFiles = ["test/worker/live/live*.test.ts"];

const worker = {
	configPath: join(import.meta.dirname, "wrangler.jsonc"),
	bindings: { ...carrierBindings, PUBLIC_URL: "https://pbx.example.com" },
};

/** The Worker by itself, in workerd, with a real D1, KV, R2, Durable Object and queues. */
export default defineConfig(() => openWorkerProject({ ...worker, name: "messaging", exclude: liveFiles }));

/** The same in a process for each file: `vitest.live.config.ts`. */
export const liveProject = () =>
	openWorkerProject({ ...worker, name: "messaging-live", include: liveFiles, isolate: true });
