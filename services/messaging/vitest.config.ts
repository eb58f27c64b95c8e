import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Files whose sockets of live news outlive a test: each needs a process of its own. */
const liveFiles = ["test/worker/live/live*.test.ts"];

/** The Worker by itself, in workerd, with a real D1, KV, R2, Durable Object and queues. */
export default defineConfig(() =>
	openProject({
		name: "messaging",
		include: ["test/worker/**/*.test.ts"],
		exclude: liveFiles,
		// A process for each file would load the same modules again, which takes as long as the tests.
		isolate: false,
	}),
);

/** The same in a process for each file: `vitest.live.config.ts`. */
export const liveProject = () => openProject({ name: "messaging-live", include: liveFiles });

async function openProject(test: { name: string; include: string[]; exclude?: string[]; isolate?: boolean }) {
	return {
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
		test: { ...test, setupFiles: ["./test/worker/setup.ts"], testTimeout: 30_000 },
	};
}
