import { can, currentSession } from "../session/session.ts";
import { ask } from "./ask.ts";
import { api, until } from "./client.ts";
import { listAll } from "./list-all.ts";
import { prefetch, type Resource, use } from "./resource.ts";

/** The three keys of a deactivated extension are used again: the name is that of the current owner. */
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

/** Loaded with the data that shows extensions, so that no line changes its length later. */
export function loadExtensionNames(): Promise<unknown> | undefined {
	return can("extensions:read") ? prefetch(extensionNames) : undefined;
}

/** For views. Null stands for no particular extension. */
export function useExtensionNames(): (extension: string | null) => string {
	const names = can("extensions:read") ? use(extensionNames).data : namesOfOwn();
	return (extension) =>
		extension === null ? "the company" : (names?.get(extension) ?? `extension ${extension}`);
}

/** An agent may not list extensions. It knows its own and its groups. */
function namesOfOwn(): ReadonlyMap<string, string> {
	const person = currentSession()?.person;
	const names = new Map(person?.groups.map(({ ext, name }) => [ext, name]));
	if (person?.extension) names.set(person.extension, "your extension");
	return names;
}
