import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { carrierBindings, openWorkerProject, standIn } from "../messaging/test/worker/worker-project.ts";

/** Messaging, as far as this Worker needs it: it remembers what it was told. */
const messaging = `import { WorkerEntrypoint } from "cloudflare:workers";
const told = [];
export class MessagingService extends WorkerEntrypoint {
	publishLive(news) {
		told.push(...news);
		return { ok: true, value: null };
	}
	takeTold() {
		return told.splice(0);
	}
}
export default { fetch: () => new Response(null, { status: 404 }) };`;

/** The Worker by itself, in workerd, with a real D1 and real Workflows; the carrier is faked behind `fetch`. */
export default defineConfig(() =>
	openWorkerProject({
		name: "provisioning",
		configPath: join(import.meta.dirname, "wrangler.jsonc"),
		bindings: {
			...carrierBindings,
			VOICE_URL: "https://voice.acme.workers.dev",
			MESSAGING_URL: "https://texts.acme.workers.dev",
			RETRY_BASE_SECONDS: 0.01,
		},
		workers: [standIn("messaging", { "index.js": messaging })],
	}),
);
