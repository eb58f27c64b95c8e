import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Campaigns, the send gate and a carrier in one workerd process. The test controls the clock. */
export default defineConfig(async () => ({
	plugins: [
		cloudflareTest({
			wrangler: { configPath: join(import.meta.dirname, "test/worker/wrangler.jsonc") },
			remoteBindings: false,
			miniflare: {
				outboundService: () => new Response("offline", { status: 503 }),
				bindings: {
					TEST_MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "../../migrations")),
					COMPANY_NAME: "Acme Corp",
					PUBLIC_URL: "https://pbx.example.com",
					DASHBOARD_URL: "https://pbx.example.com",
					NOTICE_EMAIL_FROM: "",
					NOTICE_FLOOD_SECONDS: 600,
					TWILIO_API_URL: "https://carrier.example.com",
					TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
					TWILIO_AUTH_TOKEN: "a".repeat(32),
					MEDIA_HOSTS: "",
					AI_MODEL: "none",
					AI_FALLBACK_MODELS: "",
					BURST_SECONDS: 3,
					RETRY_BASE_SECONDS: 15,
					SETTLE_AFTER_SECONDS: 60,
					SWEEP_AFTER_SECONDS: 600,
				},
			},
		}),
	],
	test: {
		name: "campaigns",
		include: ["test/worker/**/*.test.ts"],
		setupFiles: ["../messaging/test/worker/setup.ts"],
		// A process for each file would load the same modules again, which takes as long as the tests.
		isolate: false,
		testTimeout: 60_000,
	},
}));
