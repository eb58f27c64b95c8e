import type { BlockItem, TypedBlockItem, WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import { ask } from "./ask.ts";
import { api, until } from "./client.ts";
import { toRefusal } from "./refusal.ts";
import { peek, prefetch, put, type Resource, refresh } from "./resource.ts";

/** The blocked callers. Needs `settings:read`. */
export const blocklist: Resource<WholeBlocklist> = {
	key: "blocklist",
	load: (signal) => ask(() => api.blocklist.$get({}, until(signal))),
	hears: ({ kind }) => kind === "settings",
};

/** How often somebody else may save between reading and writing before it is said. */
const triesMax = 3;

/** Changes the list as it is now: somebody else's change of other entries stays. Gives the list that is stored then. */
export async function changeBlocklist(
	apply: (items: readonly BlockItem[]) => readonly TypedBlockItem[],
): Promise<WholeBlocklist> {
	await prefetch(blocklist);
	if (!peek(blocklist)) await refresh(blocklist);
	for (let tries = 1; ; tries++) {
		const before = peek(blocklist) ?? { items: [], version: 1 };
		const json = { items: [...apply(before.items)], version: before.version };
		try {
			const saved = await ask(() => api.blocklist.$put({ json }));
			put(blocklist, saved);
			return saved;
		} catch (error) {
			const { code, current } = toRefusal(error);
			if (code !== "conflict" || !current || tries === triesMax) throw error;
			put(blocklist, current as unknown as WholeBlocklist);
		}
	}
}
