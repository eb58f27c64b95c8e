import { readFileSync } from "node:fs";
import { type ParsedWorkerOptions, PLUGINS, type Plugin, ProxyNodeBinding } from "miniflare";
import { bindingKind, type FarBindingOptions } from "./put-database-far.ts";

const relaySource = readFileSync(new URL("relay.js", import.meta.url), "utf8");

/** A relay between Miniflare's D1 client and server delays each round trip once, a batch too. */
const farDatabase: Plugin = {
	getBindings: async (options, shared, workerIndex) => {
		const near = await loadNear(options, shared, workerIndex);
		return readFarBindings(options).map(([name, { nearName }]) => {
			const { moduleName } = wrappedOf(near, nearName);
			const innerBindings = [{ name: "fetcher", service: { name: relayOf(options, name) } }];
			return { name, wrapped: { moduleName, innerBindings } };
		});
	},
	getNodeBindings: (options) =>
		Object.fromEntries(readFarBindings(options).map(([name]) => [name, new ProxyNodeBinding()])),
	getServices: async ({ options, sharedOptions, workerIndex }) => {
		const near = await loadNear(options, sharedOptions, workerIndex);
		return readFarBindings(options).map(([name, { nearName, delayMilliseconds }]) => ({
			name: relayOf(options, name),
			worker: {
				compatibilityDate: options.config.compatibilityDate,
				compatibilityFlags: ["enhanced_error_serialization"],
				modules: [{ name: "relay.js", esModule: relaySource }],
				bindings: [
					{ ...wrappedOf(near, nearName).innerBindings?.[0], name: "DATABASE" },
					{ name: "DELAY_MILLISECONDS", json: JSON.stringify(delayMilliseconds) },
				],
			},
		}));
	},
};

export const plugins = { [bindingKind]: farDatabase };

type Bindings = Exclude<Awaited<ReturnType<Plugin["getBindings"]>>, void>;

async function loadNear(...worker: Parameters<Plugin["getBindings"]>): Promise<Bindings> {
	return (await (PLUGINS.d1 as Plugin).getBindings(...worker)) ?? [];
}

function wrappedOf(near: Bindings, nearName: string) {
	const binding = near.find((one) => one.name === nearName);
	if (!binding || !("wrapped" in binding) || !binding.wrapped) {
		throw new Error(`Miniflare's D1 binding ${nearName} is not a wrapped one.`);
	}
	return binding.wrapped;
}

function readFarBindings({ config }: ParsedWorkerOptions): [name: string, options: FarBindingOptions][] {
	return Object.entries(config.env ?? {}).flatMap(([name, binding]) =>
		binding.type === `unsafe:${bindingKind}` && "dev" in binding
			? [[name, (binding.dev as { options: FarBindingOptions }).options] as [string, FarBindingOptions]]
			: [],
	);
}

function relayOf({ config }: ParsedWorkerOptions, name: string): string {
	return `${bindingKind}:${config.name}:${name}`;
}
