import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";

/** The parts of a wrangler.jsonc that an installation changes. */
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
	role: string;
	folder: string;
	config: ServiceConfig;
}

const roles = ["voice", "messaging", "campaigns", "provisioning", "admin"];

/** Callees first: Cloudflare refuses a binding to a Worker that does not exist. */
export function readServices(): Service[] {
	return inBindingOrder(roles.map(readService));
}

function readService(role: string): Service {
	const folder = join(repositoryRoot, "services", role);
	const text = readFileSync(join(folder, "wrangler.jsonc"), "utf8");
	return { role, folder, config: JSON.parse(withoutComments(text)) as ServiceConfig };
}

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
