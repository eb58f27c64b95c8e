import { join } from "node:path";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { repositoryRoot } from "./repository-root.ts";

/** Paths of docs/architecture.md. A route of its own would make Miniflare bypass the first one's assets. */
const workers: readonly WorkerPlace[] = [
	{ folder: "services/admin", routes: [] },
	{ folder: "services/voice", routes: ["*/ivr/*"] },
	{ folder: "services/messaging", routes: ["*/sms/*"] },
	{ folder: "services/campaigns", routes: [] },
	{ folder: "services/provisioning", routes: [] },
	{ folder: "tools/simulator", routes: ["*/simulator", "*/simulator/*"] },
];

const simulator = "cloudpbx-simulator";

/** Local vars and secrets; a Worker gets those that it declares. */
export type LocalValues = Record<string, string | number>;

export interface WorkerPlace {
	folder: string;
	/** Paths on the origin, in wrangler's form. */
	routes: string[];
}

/** Values, and Workers beside the mesh. */
export interface MeshQuestion {
	values: LocalValues;
	guests: readonly WorkerPlace[];
}

export interface MeshWorker {
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

function readWorkerOptions({ values, guests }: MeshQuestion): MeshWorker[] {
	return [...workers, ...guests].map(({ folder, routes }) => {
		const directory = join(repositoryRoot, folder);
		const config = unstable_readConfig({ config: join(directory, "wrangler.jsonc") });
		const declared = [...Object.keys(config.vars), ...(config.secrets?.required ?? [])];
		config.vars = {
			...config.vars,
			...Object.fromEntries(declared.filter((name) => name in values).map((name) => [name, values[name]])),
		};
		// Given as values above; wrangler would look in the environment.
		config.secrets = undefined;
		if (config.ai) {
			config.services = [
				...(config.services ?? []),
				{ binding: config.ai.binding, service: simulator, entrypoint: "WorkersAi" },
			];
			config.ai = undefined;
		}
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

// The child process of `readMeshWorkers`. Ctrl-C is for the parent.
if (process.send && process.argv[1] === import.meta.filename) {
	process.on("SIGINT", () => undefined);
	process.once("message", (question: MeshQuestion) => {
		process.send?.(readWorkerOptions(question), () => process.disconnect());
	});
}
