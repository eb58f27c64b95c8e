import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { listAll } from "../../../api/list-all.ts";
import { type Resource, use } from "../../../api/resource.ts";
import { selectView } from "../../../parts/forms/field.ts";
import type { View } from "../../../parts/view.ts";

const persons: Resource<readonly (readonly [ext: string, name: string])[]> = {
	key: "extensions?persons",
	load: async (signal) => {
		const all = await listAll((query) => ask(() => api.extensions.$get({ query }, until(signal))));
		return all
			.filter(({ kind, status }) => kind === "person" && status !== "inactive")
			.map(({ ext, name }) => [ext, name] as const);
	},
	staleAfter: ({ kind }) => kind === "extension",
};

/** The person's own extension, whose voicemail they hear. */
export function extensionChoice(value: string | null, error: string | undefined): View {
	return selectView({
		label: "Extension",
		name: "extension",
		value: value ?? "",
		error,
		hint: "Whose voicemail an agent hears.",
		choices: [
			{ value: "", label: "None" },
			...(use(persons).data ?? []).map(([ext, name]) => ({ value: ext, label: `${ext} ${name}` })),
		],
	});
}
