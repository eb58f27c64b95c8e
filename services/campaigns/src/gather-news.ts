import type { LiveNews } from "@cloudpbx/contracts/live";
import type { Context } from "./context.ts";

/**
 * The same, but what it announces waits for `tell`, of each campaign the latest: a run has many things to tell of few campaigns,
 * and each time is an invocation of messaging.
 */
export function gatherNews(ctx: Context): { gathering: Context; tell: () => void } {
	const latest = new Map<string, LiveNews>();
	return {
		gathering: {
			...ctx,
			announce: (news) => {
				for (const one of news) latest.set("campaignId" in one ? one.campaignId : JSON.stringify(one), one);
			},
		},
		tell: () => {
			if (latest.size > 0) ctx.announce([...latest.values()]);
			latest.clear();
		},
	};
}
