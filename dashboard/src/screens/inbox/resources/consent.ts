import type { ConsentEvent } from "@cloudpbx/contracts/texts/opt-outs";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import type { Resource } from "../../../api/resource.ts";

/** Needs `optouts:read`. */
export function consentOf(number: string): Resource<readonly ConsentEvent[]> {
	return {
		key: `opt-outs/${number}/events`,
		load: async (signal) => {
			const param = { number: encodeURIComponent(number) };
			const { items } = await ask(() => api["opt-outs"][":number"].events.$get({ param }, until(signal)));
			return items;
		},
		staleAfter: (event) =>
			(event.kind === "message" || event.kind === "conversation") && event.from === number,
	};
}
