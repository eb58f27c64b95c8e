import { join } from "node:path";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { repositoryRoot } from "./repository-root.ts";

/**
 * Paths are those of docs/architecture.md: disjoint, so that all Workers can share one origin. The first has what no route
 * takes; given a route of its own, Miniflare would pass by its static assets.
 */
const workers: readonly WorkerPlace[] = [
	{ folder: "services/admin", routes: [] },
	{ folder: "services/voice", routes: ["*/ivr/*"] },
	{ folder: "services/messaging", routes: ["*/sms/*"] },
	{ folder: "services/campaigns", routes: [] },
	{ folder: "services/provisioning", routes: [] },
	{ folder: "tools/simulator", routes: ["*/simulator", "*/simulator/*"] },
];

const simulator = "cloudpbx-simulator";

/** What the local mesh sets instead of an installer. A Worker gets those of its own vars and secrets that it declares. */
export type LocalValues = Record<string, string | number>;

export interface WorkerPlace {
	/** Below the repository's root. */
	folder: string;
	/** In the form of wrangler's: what of the origin's paths is its. */
	routes: string[];
}

/** What the program is told: values of the mesh, and Workers that stand beside it. */
export interface MeshQuestion {
	values: LocalValues;
	guests: readonly WorkerPlace[];
}

export interface MeshWorker {
	/** What Miniflare alone reads. */
	[option: string]: unknown;
	name: string;
	routes: string[];
	modules: true;
	modulesRoot: string;
	scriptPath: string;
	compatibilityDate?: string;
	cronTriggers?: string[];
	d1Databases?: Record<string, { id: string }>;
	r2Buckets?: Record<string, { id: string }>;
}

/**
 * Every Worker as it would be deployed: the bundle made by `wrangler deploy --dry-run` and the production config, read by
 * wrangler. Two things differ: values (addresses, secrets, patience), and `AI` and `EMAIL`, which are the simulator's stand-ins: an
 * `ai` binding needs a Cloudflare account even to start, and e-mails shall reach nobody.
 */
function readWorkerOptions({ values, guests }: MeshQuestion): MeshWorker[] {
	return [...workers, ...guests].map(({ folder, routes }) => {
		const directory = join(repositoryRoot, folder);
		const config = unstable_readConfig({ config: join(directory, "wrangler.jsonc") });
		const declared = [...Object.keys(config.vars), ...(config.secrets?.required ?? [])];
		config.vars = {
			...config.vars,
			...Object.fromEntries(declared.filter((name) => name in values).map((name) => [name, values[name]])),
		};
		// Given as values above; wrangler would look for them in the environment of whoever starts the mesh.
		config.secrets = undefined;
		if (config.ai) {
			config.services = [
				...(config.services ?? []),
				{ binding: config.ai.binding, service: simulator, entrypoint: "WorkersAi" },
			];
			config.ai = undefined;
		}
		// Bound by the installer where there is an address for e-mail.
		if (declared.includes("NOTICE_EMAIL_FROM") && folder === "services/messaging") {
			config.services = [
				...(config.services ?? []),
				{ binding: "EMAIL", service: simulator, entrypoint: "EmailService" },
			];
		}
		const { modulesRules: _bundled, ...options } = unstable_getMiniflareWorkerOptions(config).workerOptions;
		return {
			...options,
			name: config.name ?? folder,
			routes,
			modules: true as const,
			modulesRoot: join(directory, "dist"),
			scriptPath: join(directory, "dist", "index.js"),
		};
	});
}

// The program of `readMeshWorkers`: a question comes in, the Workers go out. Ctrl-C is for the process that asks.
if (process.send && process.argv[1] === import.meta.filename) {
	process.on("SIGINT", () => undefined);
	process.once("message", (question: MeshQuestion) => {
		process.send?.(readWorkerOptions(question), () => process.disconnect());
	});
}
