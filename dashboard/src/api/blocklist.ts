import type { BlockItem, TypedBlockItem, WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import { ask } from "./ask.ts";
import { api, until } from "./client.ts";
import { toRefusal } from "./refusal.ts";
import { peek, prefetch, put, type Resource, refresh } from "./resource.ts";

/** Needs the scope `settings:read`. */
export const blocklist: Resource<WholeBlocklist> = {
	key: "blocklist",
	load: (signal) => ask(() => api.blocklist.$get({}, until(signal))),
	staleAfter: ({ kind }) => kind === "settings",
};

/** Maximum tries when somebody else saves between reading and writing. */
const triesMax = 3;

/** Changes the current list, so that other people's entries stay. Returns the stored list. */
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
