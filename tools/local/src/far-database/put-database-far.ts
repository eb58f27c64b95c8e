import { fileURLToPath } from "node:url";

export const bindingKind = "far-database";

export interface FarBindingOptions {
	nearName: string;
	delayMilliseconds: number;
}

const pluginFile = fileURLToPath(new URL("plugin.ts", import.meta.url));

/** Delays a Worker's D1 bindings; the real ones stay under `nearName`, for the mesh itself. */
export function putDatabaseFar<Worker extends { d1Databases?: Record<string, { id: string }> }>(
	worker: Worker,
	delayMilliseconds: number,
) {
	const databases = Object.entries(worker.d1Databases ?? {});
	return {
		...worker,
		d1Databases: Object.fromEntries(databases.map(([name, database]) => [nearName(name), database])),
		unsafeBindings: databases.map(([name]) => ({
			name,
			type: bindingKind,
			plugin: { package: pluginFile, name: bindingKind },
			options: { nearName: nearName(name), delayMilliseconds },
		})),
	};
}

export function nearName(name: string): string {
	return `NEAR_${name}`;
}
