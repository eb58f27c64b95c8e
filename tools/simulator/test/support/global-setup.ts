import type { TestProject } from "vitest/node";
import { Network } from "./network.ts";

declare module "vitest" {
	interface ProvidedContext {
		networkOrigins: string[];
	}
}

/** One network a worker, for all files that it runs; each test begins by clearing it. */
export default async function startNetworks(project: TestProject): Promise<() => Promise<void>> {
	keepRedirects();
	const workers = Array.from({ length: project.config.maxWorkers });
	const networks = await Promise.all(workers.map(() => Network.start()));
	project.provide(
		"networkOrigins",
		networks.map(({ origin }) => origin),
	);
	return async () => {
		await Promise.all(networks.map((network) => network.close()));
	};
}

/**
 * The harness makes the Worker's outgoing requests with this process's fetch, and forgets on the way that they
 * must not follow redirects.
 */
function keepRedirects(): void {
	const { fetch } = globalThis;
	globalThis.fetch = (input, init) => fetch(new Request(input, init), { redirect: "manual" });
}
