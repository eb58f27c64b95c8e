import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { type LiveTopic, liveTopics } from "@cloudpbx/contracts/live";

/** What one has to be allowed to read to hear of it. */
export const scopeOfTopic: Record<LiveTopic, Scope> = {
	messages: "messages:read",
	calls: "calls:read",
	campaigns: "campaigns:read",
};

/** What somebody with these scopes may hear of. */
export function topicsOf(scopes: readonly Scope[]): LiveTopic[] {
	return liveTopics.filter((topic) => scopes.includes(scopeOfTopic[topic]));
}
