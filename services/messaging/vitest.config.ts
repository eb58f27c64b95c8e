import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** The Worker by itself, in workerd, with a real D1, KV, R2, Durable Object and queues. */
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
			},
		}),
	],
	test: {
		name: "messaging",
		include: ["test/worker/**/*.test.ts"],
		setupFiles: ["./test/worker/setup.ts"],
		testTimeout: 30_000,
	},
}));
