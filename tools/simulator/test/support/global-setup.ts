import type { TestProject } from "vitest/node";
import { Network } from "./network.ts";

declare module "vitest" {
	interface ProvidedContext {
		networkOrigins: string[];
	}
}

/** Starts one network a worker, for all its files. Each test clears it first. */
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

/** The harness makes the Worker's requests with this process's fetch and loses `redirect: "manual"`. */
function keepRedirects(): void {
	const { fetch } = globalThis;
	globalThis.fetch = (input, init) => fetch(new Request(input, init), { redirect: "manual" });
}
