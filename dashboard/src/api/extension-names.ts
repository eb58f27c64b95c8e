import { can, currentSession } from "../session/session.ts";
import { ask } from "./ask.ts";
import { api, until } from "./client.ts";
import { listAll } from "./list-all.ts";
import { prefetch, type Resource, use } from "./resource.ts";

/** Three keys are given again after a deactivation: who has them now names them. */
export const extensionNames: Resource<ReadonlyMap<string, string>> = {
	key: "extensions?names",
	load: async (signal) => {
		const names = new Map<string, string>();
		const extensions = await listAll((query) => ask(() => api.extensions.$get({ query }, until(signal))));
		for (const { ext, name, status } of extensions) {
			if (status !== "inactive" || !names.has(ext)) names.set(ext, name);
		}
		return names;
	},
};

/** Reads them with what names extensions, so that no line changes its length afterwards. */
export function loadExtensionNames(): Promise<unknown> | undefined {
	return can("extensions:read") ? prefetch(extensionNames) : undefined;
}

/** For views, while they draw: three keys in words. Null is what belongs to nobody in particular. */
export function useExtensionNames(): (extension: string | null) => string {
	const names = can("extensions:read") ? use(extensionNames).data : namesOfOwn();
	return (extension) =>
		extension === null ? "the company" : (names?.get(extension) ?? `extension ${extension}`);
}

/** An agent sees no list of extensions, and knows the own one and its groups. */
function namesOfOwn(): ReadonlyMap<string, string> {
	const person = currentSession()?.person;
	const names = new Map(person?.groups.map(({ ext, name }) => [ext, name]));
	if (person?.extension) names.set(person.extension, "your extension");
	return names;
}
