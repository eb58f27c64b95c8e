import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const stubs = join(import.meta.dirname, "test/worker/stub-services");
const stubModules = ["index.js", ...readdirSync(stubs).filter((file) => file !== "index.js")].map((path) => ({
	type: "ESModule" as const,
	path,
	contents: readFileSync(join(stubs, path), "utf8"),
}));
const services = ["voice", "messaging", "campaigns", "provisioning"];

export default defineConfig(async () => ({
	plugins: [
		cloudflareTest({
			wrangler: { configPath: join(import.meta.dirname, "wrangler.jsonc") },
			remoteBindings: false,
			miniflare: {
				// Tests have no network.
				outboundService: () => new Response("offline", { status: 503 }),
				bindings: {
					TEST_MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "../../migrations")),
					AUTH_SECRET: "a secret of the tests, and of nothing else",
				},
				workers: services.map((service) => ({
					name: `cloudpbx-${service}`,
					compatibilityDate: "2026-10-01",
					modules: stubModules,
				})),
			},
		}),
	],
	test: {
		name: "admin",
		include: ["test/worker/**/*.test.ts"],
		setupFiles: ["../messaging/test/worker/setup.ts"],
		isolate: false,
		testTimeout: 30_000,
	},
}));
