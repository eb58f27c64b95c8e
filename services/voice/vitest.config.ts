import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { carrierBindings, openWorkerProject, standIn } from "../messaging/test/worker/worker-project.ts";

/** Messaging, as far as this Worker needs it. */
const messaging = `import { WorkerEntrypoint } from "cloudflare:workers";
export class MessagingService extends WorkerEntrypoint {
	publishLive() {
		return { ok: true, value: null };
	}
}
export default { fetch: () => new Response(null, { status: 404 }) };`;

/** The Worker by itself, in workerd, with a real D1, R2 and queues. */
export default defineConfig(() =>
	openWorkerProject({
		name: "voice",
		configPath: join(import.meta.dirname, "wrangler.jsonc"),
		bindings: {
			...carrierBindings,
			PUBLIC_URL: "https://pbx.example.com",
		},
		workers: [standIn("messaging", { "index.js": messaging })],
	}),
);
