import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** The Worker by itself, in workerd, with a real D1, R2 and queues. */
export default defineConfig(async () => ({
	plugins: [
		cloudflareTest({
			wrangler: { configPath: "./wrangler.jsonc" },
			remoteBindings: false,
			miniflare: {
				bindings: {
					TEST_MIGRATIONS: await readD1Migrations("../../migrations"),
					PUBLIC_URL: "https://pbx.example.com",
					TWILIO_API_URL: "https://carrier.example.com",
					TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
					TWILIO_AUTH_TOKEN: "12345",
				},
			},
		}),
	],
	test: { name: "voice", include: ["test/worker/**/*.test.ts"], setupFiles: ["./test/worker/setup.ts"] },
}));
