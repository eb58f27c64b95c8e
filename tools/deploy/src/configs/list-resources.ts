import { nameOf } from "./name-of.ts";
import type { Service } from "./read-services.ts";

export interface Resources {
	database: string;
	buckets: string[];
	namespaces: Record<string, string>;
	queues: string[];
}

export function listResources(services: readonly Service[], prefix: string): Resources {
	const configs = services.map(({ config }) => config);
	const names = (found: string[]) => [...new Set(found)].sort().map((name) => nameOf(prefix, name));
	const [database = ""] = names(
		configs.flatMap(({ d1_databases = [] }) => d1_databases.map((d1) => d1.database_name)),
	);
	const bindings = configs.flatMap(({ kv_namespaces = [] }) => kv_namespaces.map(({ binding }) => binding));
	return {
		database,
		buckets: names(configs.flatMap(({ r2_buckets = [] }) => r2_buckets.map((bucket) => bucket.bucket_name))),
		namespaces: Object.fromEntries(
			bindings.map((binding) => [binding, nameOf(prefix, binding.toLowerCase().replaceAll("_", "-"))]),
		),
		queues: names(
			configs.flatMap(({ queues }) => [
				...(queues?.producers ?? []).map(({ queue }) => queue),
				...(queues?.consumers ?? []).flatMap(({ queue, dead_letter_queue }) => [
					queue,
					dead_letter_queue ?? queue,
				]),
			]),
		),
	};
}
