import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Dashboard } from "@cloudpbx/contracts/api/dashboard";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { Campaign, CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { loadExtensionNames } from "../../api/extension-names.ts";
import type { Resource } from "../../api/resource.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { isChecklistOffered } from "./checklist-offer.ts";

/** Named in a row are so many of those that wait; the others are a number. */
export const namedMax = 3;
const limit = String(namedMax);

/** Whether it is open; people without `settings:read` do not see it. */
export const opening = lazily(() => import("../../parts/hours/opening.ts"));

/** Only a new company needs it. */
export const checklist = lazily(() => import("./checklist.ts"));

export const dashboard: Resource<Dashboard> = {
	key: "dashboard",
	async load(signal) {
		const [facts] = await Promise.all([
			ask(() => api.dashboard.$get({}, until(signal))),
			// Nothing is to move once the page is there.
			can("settings:read") && opening.load().then(({ loadOpening }) => loadOpening()),
			isChecklistOffered() && checklist.load().then(({ loadSteps }) => loadSteps()),
			loadExtensionNames(),
		]);
		return facts;
	},
	hears: () => true,
};

export const callsInDanger = some<CallSummary>(
	"calls?danger=any",
	({ kind }) => kind === "call",
	(signal) => ask(() => api.calls.$get({ query: { danger: "any", limit } }, until(signal))),
);

export const waitingConversations = some<Conversation>("conversations?filter=waiting", isText, (signal) =>
	ask(() => api.conversations.$get({ query: { filter: "waiting", limit } }, until(signal))),
);

export const unheardVoicemails = some<Voicemail>(
	"voicemails?heard=false",
	({ kind }) => kind === "voicemail",
	(signal) => ask(() => api.voicemails.$get({ query: { heard: "false", limit } }, until(signal))),
);

export const failedExtensions = some<Extension>("extensions?status=failed", isSetUp, (signal) =>
	ask(() => api.extensions.$get({ query: { status: "failed", limit } }, until(signal))),
);

export const campaignsThatAre = (status: CampaignStatus) =>
	some<Campaign>(
		`campaigns?status=${status}`,
		({ kind }) => kind === "campaign",
		(signal) => ask(() => api.campaigns.$get({ query: { status, limit } }, until(signal))),
	);

/** The first of a list, which is not read further here. */
function some<Item>(
	key: string,
	hears: (event: LiveEvent) => boolean,
	load: (signal: AbortSignal) => Promise<{ items: Item[] }>,
): Resource<Item[]> {
	return { key: `${key}&limit=${limit}`, hears, load: async (signal) => (await load(signal)).items };
}

function isText({ kind }: LiveEvent): boolean {
	return kind === "message" || kind === "conversation";
}

function isSetUp({ kind }: LiveEvent): boolean {
	return (kind as string) === "extension";
}
