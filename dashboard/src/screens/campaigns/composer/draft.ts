import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { createStore } from "../../../state/store.ts";
import type { CsvHead } from "../domain/csv-head.ts";
import { emptyPlan, isChanged, type Plan, planOf } from "../domain/plan.ts";

export interface Source {
	name: string;
	blob: Blob;
	/** The beginning of the file, read again when the heading changes. */
	bytes: Uint8Array;
	head: CsvHead;
}

export interface AudienceChoice {
	tags: string[];
	notTags: string[];
	days: string;
}

/** A draft being edited. It saves itself: `save-draft.ts`. */
export interface Draft {
	/** Null until it is stored. */
	id: string | null;
	/** Idempotency key of the first store: a repeated request makes no second draft. */
	key: string;
	/** The plan sent under the key. The same request is repeated until it is known to be stored. */
	first: Plan | null;
	stored: Plan;
	version: number;
	plan: Plan;
	position: number | null;
	/** The other person's version, when both changed the same fields. */
	conflict: Campaign | null;
	source: Source | null;
	sourceFault: string | null;
	pasted: string;
	audience: AudienceChoice | null;
	isReplacing: boolean;
	saving: Promise<boolean> | null;
	timer: ReturnType<typeof setTimeout> | undefined;
}

const store = createStore<{ draft: Draft }>({ draft: makeDraft(null) });

export const currentDraft = (): Draft => store.state.draft;

export function changeDraft(change: Partial<Draft>): void {
	store.change(({ draft }) => Object.assign(draft, change));
}

/** A draft that was begun before and stored goes on saving itself. */
export function beginDraft(campaign: Campaign | null): Draft {
	store.change((state) => (state.draft = makeDraft(campaign)));
	return store.state.draft;
}

/** Takes over another person's version if nothing is changed here. */
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
