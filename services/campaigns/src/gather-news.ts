import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { Context } from "./context.ts";

/** Keeps the latest event of each campaign: each announcement is a subrequest. */
export function gatherNews(ctx: Context): { gathering: Context; announceGathered: () => void } {
	const latest = new Map<string, LiveNews>();
	return {
		gathering: {
			...ctx,
			announce: (news) => {
				for (const one of news) latest.set("campaignId" in one ? one.campaignId : JSON.stringify(one), one);
			},
		},
		announceGathered: () => {
			if (latest.size > 0) ctx.announce([...latest.values()]);
			latest.clear();
		},
	};
}
