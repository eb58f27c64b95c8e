import { ask } from "./ask.ts";
import { api, until } from "./client.ts";
import type { Resource } from "./resource.ts";

export const contactTags: Resource<string[]> = {
	key: "contacts/tags",
	load: async (signal) => (await ask(() => api.contacts.tags.$get({}, until(signal)))).items,
	staleAfter: ({ kind }) => kind === "contact",
};
