import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { type LiveTopic, liveTopics } from "@cloudpbx/contracts/news/live";
import { type Principal, visibleVoicemail } from "../people/principal.ts";

export const scopeOfTopic: Record<LiveTopic, Scope> = {
	messages: "messages:read",
	calls: "calls:read",
	voicemails: "voicemails:read",
	campaigns: "campaigns:read",
	extensions: "extensions:read",
	numbers: "numbers:read",
	contacts: "contacts:read",
	settings: "settings:read",
};

export function topicsOf(principal: Principal): LiveTopic[] {
	return liveTopics.filter(
		(topic) =>
			principal.scopes.includes(scopeOfTopic[topic]) &&
			(topic !== "voicemails" || visibleVoicemail(principal) !== "none"),
	);
}
