import { fileURLToPath } from "node:url";

export const bindingKind = "far-database";

export interface FarBindingOptions {
	/** The Worker's real D1 binding, which the far one leads to. */
	nearName: string;
	/** Added to each round trip. */
	delayMilliseconds: number;
}

const pluginFile = fileURLToPath(new URL("plugin.ts", import.meta.url));

/**
 * A Worker whose D1 bindings take `delayMilliseconds` longer for each round trip. The real ones stay beside them under the names that
 * `nearName` gives, for what the mesh itself does with a database.
 */
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

/** The name of the binding that is not delayed. */
export function nearName(name: string): string {
	return `NEAR_${name}`;
}
