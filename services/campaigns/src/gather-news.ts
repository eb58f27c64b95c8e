import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { Context } from "./context.ts";

/**
 * Returns a context that collects announcements until `tell` is called, and keeps only the latest event of
 * each campaign. Every announcement is an invocation of messaging, and a run makes many for few campaigns.
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
