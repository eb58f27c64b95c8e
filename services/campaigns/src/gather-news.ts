import type { LiveNews } from "@cloudpbx/contracts/live";
import type { Campaigns } from "./open-campaigns.ts";

/**
 * The same, but what it announces waits for `tell`, of each campaign the latest: a run has many things to tell of few campaigns,
 * and each time is an invocation of messaging.
 */
export function gatherNews(campaigns: Campaigns): { gathering: Campaigns; tell: () => void } {
	const latest = new Map<string, LiveNews>();
	return {
		gathering: {
			...campaigns,
			announce: (news) => {
				for (const one of news) latest.set("campaignId" in one ? one.campaignId : JSON.stringify(one), one);
			},
		},
		tell: () => {
			if (latest.size > 0) campaigns.announce([...latest.values()]);
			latest.clear();
		},
	};
}
