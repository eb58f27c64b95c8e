import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";

interface WorkerProject {
	name: string;
	/** The Worker's `wrangler.jsonc`. */
	configPath: string;
	bindings: Record<string, string | number>;
	/** The Workers that this one calls: `standIn`. */
	workers?: ReturnType<typeof standIn>[];
	include?: string[];
	exclude?: string[];
	isolate?: boolean;
	testTimeout?: number;
}

export const carrierBindings = {
	TWILIO_API_URL: "https://carrier.example.com",
	TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
	TWILIO_AUTH_TOKEN: "a".repeat(32),
};

/** Tests of a service's Worker in workerd, with real storage and queues, and the migrated database of `setup.ts`. */
export async function openWorkerProject({ configPath, bindings, workers = [], ...test }: WorkerProject) {
	return {
		plugins: [
			cloudflareTest({
				wrangler: { configPath },
				remoteBindings: false,
				miniflare: {
					// No test reaches a network: what a test does not answer itself is refused.
					outboundService: () => new Response("offline", { status: 503 }),
					bindings: {
						TEST_MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "../../../../migrations")),
						...bindings,
					},
					workers,
				},
			}),
		],
		test: {
			include: ["test/worker/**/*.test.ts"],
			setupFiles: [join(import.meta.dirname, "setup.ts")],
			// A process for each file would load the same modules again, which takes as long as the tests.
			isolate: false,
			testTimeout: 30_000,
			...test,
		},
	};
}

/** Returns a Worker in place of a service. `modules`: source by path; the first one is the entry. */
export function standIn(service: string, modules: Record<string, string>) {
	return {
		name: `cloudpbx-${service}`,
		compatibilityDate: "2026-10-01",
		modules: Object.entries(modules).map(([path, contents]) => ({
			type: "ESModule" as const,
			path,
			contents,
		})),
	};
}
