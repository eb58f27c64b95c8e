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

/** Maximum items named in a row; the others are counted. */
export const namedMax = 3;
const limit = String(namedMax);

export const opening = lazily(() => import("../../parts/hours/opening.ts"));

export const checklist = lazily(() => import("./checklist.ts"));

export const dashboard: Resource<Dashboard> = {
	key: "dashboard",
	async load(signal) {
		const [facts] = await Promise.all([
			ask(() => api.dashboard.$get({}, until(signal))),
			// Loaded first, so that nothing moves later.
			can("settings:read") && opening.load().then(({ loadOpening }) => loadOpening()),
			isChecklistOffered() && checklist.load().then(({ loadSteps }) => loadSteps()),
			loadExtensionNames(),
		]);
		return facts;
	},
	staleAfter: () => true,
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

function some<Item>(
	key: string,
	staleAfter: (event: LiveEvent) => boolean,
	load: (signal: AbortSignal) => Promise<{ items: Item[] }>,
): Resource<Item[]> {
	return { key: `${key}&limit=${limit}`, staleAfter, load: async (signal) => (await load(signal)).items };
}

function isText({ kind }: LiveEvent): boolean {
	return kind === "message" || kind === "conversation";
}

function isSetUp({ kind }: LiveEvent): boolean {
	return (kind as string) === "extension";
}
