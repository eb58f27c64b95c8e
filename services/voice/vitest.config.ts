import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Messaging, as far as this Worker needs it. */
const messaging = `import { WorkerEntrypoint } from "cloudflare:workers";
export class MessagingService extends WorkerEntrypoint {
	publishLive() {
		return { ok: true, value: null };
	}
}
export default { fetch: () => new Response(null, { status: 404 }) };`;

/** The Worker by itself, in workerd, with a real D1, R2 and queues. */
export default defineConfig(async () => ({
	plugins: [
		cloudflareTest({
			wrangler: { configPath: join(import.meta.dirname, "wrangler.jsonc") },
			remoteBindings: false,
			miniflare: {
				// No test reaches a network: what a test does not answer itself is refused.
				outboundService: () => new Response("offline", { status: 503 }),
				bindings: {
					TEST_MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "../../migrations")),
					PUBLIC_URL: "https://pbx.example.com",
					TWILIO_API_URL: "https://carrier.example.com",
					TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
					TWILIO_AUTH_TOKEN: "a".repeat(32),
				},
				workers: [
					{
						name: "cloudpbx-messaging",
						compatibilityDate: "2026-10-01",
						modules: [{ type: "ESModule" as const, path: "index.js", contents: messaging }],
					},
				],
			},
		}),
	],
	test: {
		name: "voice",
		include: ["test/worker/**/*.test.ts"],
		setupFiles: ["../messaging/test/worker/setup.ts"],
		// A process for each file would load the same modules again, which takes as long as the tests.
		isolate: false,
		testTimeout: 30_000,
	},
}));
