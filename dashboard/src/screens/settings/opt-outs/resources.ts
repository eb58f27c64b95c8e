import type { ConsentEvent, OptOut } from "@cloudpbx/contracts/texts/opt-outs";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { pages } from "../../../api/pages.ts";
import { markStale, type Resource } from "../../../api/resource.ts";

export type ListedOptOut = OptOut & { id: string };

/** The latest first. A change of consent is announced as one of a conversation. */
export const optOuts = pages<ListedOptOut>({
	key: "opt-outs",
	loadPage: async (cursor, signal) => {
		const query = { ...(cursor && { cursor }) };
		const { items, nextCursor } = await ask(() => api["opt-outs"].$get({ query }, until(signal)));
		return { items: items.map((one) => ({ ...one, id: one.number })), nextCursor };
	},
	staleAfter: ({ kind }) => kind === "conversation",
});

export interface Standing {
	optOut: OptOut | null;
	/** The whole ledger of the number, oldest first. */
	events: ConsentEvent[];
}

export function standingOf(number: string): Resource<Standing> {
	return {
		key: `opt-outs/${number}`,
		load: async (signal) => {
			const param = { number: encodeURIComponent(number) };
			const [{ items }, ledger] = await Promise.all([
				ask(() => api["opt-outs"].$get({ query: { number } }, until(signal))),
				ask(() => api["opt-outs"][":number"].events.$get({ param }, until(signal))),
			]);
			return { optOut: items[0] ?? null, events: ledger.items };
		},
		staleAfter: (event) => event.kind === "conversation" && event.from === number,
	};
}

/** After a change: reads the list, the number and the inbox again. */
export function readAgain(): void {
	markStale(({ key }) => key.startsWith("opt-outs") || key.startsWith("conversations"));
}
