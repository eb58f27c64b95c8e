import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { createStore } from "../../../state/store.ts";
import type { CsvHead } from "../domain/csv-head.ts";
import { emptyPlan, isChanged, type Plan, planOf } from "../domain/plan.ts";

/** A list that somebody has chosen and not handed in yet. */
export interface Source {
	name: string;
	blob: Blob;
	/** Bytes of its beginning, to be read again as with or without a heading. */
	bytes: Uint8Array;
	head: CsvHead;
}

/** Contacts as they are being chosen by their tags. */
export interface AudienceChoice {
	tags: string[];
	notTags: string[];
	/** As typed. */
	days: string;
}

/** A draft while it is being written. It saves itself: `save-draft.ts`. */
export interface Draft {
	/** Null until something of it is stored. */
	id: string | null;
	/** Of its first storing: repeated after a lost answer, it makes no second draft. */
	key: string;
	/** What was sent under the key, until it is known to be stored: the same request again is the same draft. */
	first: Plan | null;
	stored: Plan;
	version: number;
	plan: Plan;
	/** The recipient whose text is shown; null: the first one. */
	position: number | null;
	/** As somebody else saved it meanwhile, where both have changed the same. */
	conflict: Campaign | null;
	source: Source | null;
	/** Why what was chosen is no list, in words. */
	sourceFault: string | null;
	pasted: string;
	/** Null unless contacts are being chosen. */
	audience: AudienceChoice | null;
	/** Another list is to take the place of the stored one. */
	isReplacing: boolean;
	saving: Promise<boolean> | null;
	timer: ReturnType<typeof setTimeout> | undefined;
}

const store = createStore<{ draft: Draft }>({ draft: makeDraft(null) });

export const currentDraft = (): Draft => store.state.draft;

export function changeDraft(change: Partial<Draft>): void {
	store.change(({ draft }) => Object.assign(draft, change));
}

/** One that was begun before and is stored goes on saving itself; what comes now is another. */
export function beginDraft(campaign: Campaign | null): Draft {
	store.change((state) => (state.draft = makeDraft(campaign)));
	return store.state.draft;
}

/** Shows what somebody else saved, unless something is changed here. */
export function adopt(draft: Draft, campaign: Campaign): void {
	if (campaign.version <= draft.version || draft.saving || isChanged(draft.stored, draft.plan)) return;
	const stored = planOf(campaign);
	Object.assign(draft, { stored, plan: { ...stored }, version: campaign.version });
}

function makeDraft(campaign: Campaign | null): Draft {
	const stored = campaign ? planOf(campaign) : emptyPlan;
	return {
		id: campaign?.id ?? null,
		key: crypto.randomUUID(),
		first: null,
		stored,
		version: campaign?.version ?? 0,
		plan: { ...stored, name: stored.name },
		position: null,
		conflict: null,
		source: null,
		sourceFault: null,
		pasted: "",
		audience: null,
		isReplacing: false,
		saving: null,
		timer: undefined,
	};
}
