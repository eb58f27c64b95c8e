import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";

/** As much of a wrangler.jsonc as an installation changes. Everything else is taken over as it is. */
export interface ServiceConfig {
	name: string;
	main: string;
	assets?: { directory: string };
	d1_databases?: { binding: string; database_name: string; database_id?: string; migrations_dir: string }[];
	services?: { binding: string; service: string }[];
	r2_buckets?: { binding: string; bucket_name: string }[];
	kv_namespaces?: { binding: string; id?: string }[];
	queues?: {
		producers?: { binding: string; queue: string }[];
		consumers?: { queue: string; dead_letter_queue?: string }[];
	};
	workflows?: { name: string }[];
	vars?: Record<string, string | number>;
	secrets?: { required?: string[] };
	workers_dev?: boolean;
}

export interface Service {
	/** "voice" */
	role: string;
	folder: string;
	config: ServiceConfig;
}

const roles = ["voice", "messaging", "campaigns", "provisioning", "admin"];

/** Every Worker, each after those that it calls: Cloudflare refuses a binding to a Worker that is not there yet. */
export function readServices(): Service[] {
	return inBindingOrder(roles.map(readService));
}

function readService(role: string): Service {
	const folder = join(repositoryRoot, "services", role);
	const text = readFileSync(join(folder, "wrangler.jsonc"), "utf8");
	return { role, folder, config: JSON.parse(withoutComments(text)) as ServiceConfig };
}

/** wrangler reads these files too, but takes two seconds to start. `//` within a string is no comment. */
function withoutComments(jsonc: string): string {
	return jsonc.replace(/("(?:\\.|[^"\\])*")|\/\/.*$/gm, "$1");
}

export function inBindingOrder(services: readonly Service[]): Service[] {
	const ordered: Service[] = [];
	let waiting = [...services];
	while (waiting.length > 0) {
		const there = new Set(ordered.map(({ config }) => config.name));
		const ready = waiting.filter(
			({ config }) => config.services?.every(({ service }) => there.has(service)) ?? true,
		);
		if (ready.length === 0)
			throw new Error("Workers call one another in a circle: none can be deployed first.");
		ordered.push(...ready);
		waiting = waiting.filter((service) => !ready.includes(service));
	}
	return ordered;
}
