import type { TestProject } from "vitest/node";
import { Network } from "./network.ts";

declare module "vitest" {
	interface ProvidedContext {
		networkOrigin: string;
	}
}

/** One network for all files; each test begins by clearing it. */
export default async function startNetwork(project: TestProject): Promise<() => Promise<void>> {
	keepRedirects();
	const network = await Network.start();
	project.provide("networkOrigin", network.origin);
	return () => network.close();
}

/**
 * The harness makes the Worker's outgoing requests with this process's fetch, and forgets on the way that they
 * must not follow redirects.
 */
function keepRedirects(): void {
	const { fetch } = globalThis;
	globalThis.fetch = (input, init) => fetch(new Request(input, init), { redirect: "manual" });
}
