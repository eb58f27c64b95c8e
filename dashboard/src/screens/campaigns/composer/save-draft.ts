import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { plainRefusal, refusalError, toRefusal } from "../../../api/refusal.ts";
import { markStale, peek, put, refresh } from "../../../api/resource.ts";
import { goTo } from "../../../router.ts";
import { act, actionOf } from "../../../state/actions.ts";
import { changed } from "../../../state/store.ts";
import {
	changesOf,
	findConflicts,
	isChanged,
	mergePlans,
	type Plan,
	planOf,
	toDraft,
} from "../domain/plan.ts";
import { campaign } from "../resources.ts";
import { changeDraft, currentDraft, type Draft } from "./draft.ts";
import { preview } from "./preview.ts";

/** Idle time before typed changes are stored and previewed. */
const saveMilliseconds = 800;
const previewMilliseconds = 300;

export const savingOf = ({ key }: Draft) => `save-draft/${key}`;

let previewTimer: ReturnType<typeof setTimeout> | undefined;

export function edit(change: Partial<Plan>): void {
	const draft = currentDraft();
	changeDraft({ plan: { ...draft.plan, ...change } });
	saveSoon(draft);
	lookSoon(draft);
}

function saveSoon(draft: Draft): void {
	clearTimeout(draft.timer);
	draft.timer = setTimeout(() => void saveDraft(draft), saveMilliseconds);
}

function lookSoon(draft: Draft): void {
	clearTimeout(previewTimer);
	previewTimer = setTimeout(() => {
		if (draft.id !== null && draft === currentDraft()) void refresh(preview(draft.id));
	}, previewMilliseconds);
}

/** Stores everything and returns the id. Throws a refusal. Called before sending, testing and uploading. */
export async function storeWhole(draft: Draft): Promise<string> {
	if ((await saveDraft(draft)) && draft.id !== null) return draft.id;
	const detail = draft.conflict
		? "Choose one of the two values first."
		: (actionOf(savingOf(draft)).refusal?.detail ?? "Try again.");
	throw refusalError(plainRefusal("conflict", `Not saved yet. ${detail}`));
}

export async function saveDraft(draft: Draft): Promise<boolean> {
	clearTimeout(draft.timer);
	while (draft.saving) await draft.saving;
	if (draft.conflict) return false;
	if (draft.id !== null && !isChanged(draft.stored, draft.plan)) return true;
	draft.saving = act(savingOf(draft), () => store(draft));
	const isDone = await draft.saving;
	draft.saving = null;
	changed();
	return isDone && isChanged(draft.stored, draft.plan) ? saveDraft(draft) : isDone;
}

async function store(draft: Draft): Promise<void> {
	const { id, plan } = draft;
	if (id === null) {
		await storeFirst(draft);
		markStale(({ key }) => key.startsWith("campaigns?"));
		if (location.pathname === "/campaigns/new") goTo(`/campaigns/${draft.id}`, { replaces: true });
		return;
	}
	const json = { ...changesOf(draft.stored, plan), version: draft.version };
	try {
		applyAnswer(draft, await ask(() => api.campaigns[":id"].$put({ param: { id }, json })));
	} catch (error) {
		const { current } = toRefusal(error);
		if (!current || !settle(draft, current as unknown as Campaign)) throw error;
		// Both people changed different fields: both changes stay.
		await store(draft);
	}
}

/** Changes typed while the answer was lost are stored with the next save. */
async function storeFirst(draft: Draft): Promise<void> {
	const header = { "idempotency-key": draft.key };
	draft.first ??= { ...draft.plan };
	const json = toDraft(draft.first);
	try {
		applyAnswer(draft, await ask(() => api.campaigns.$post({ json, header })));
	} catch (error) {
		// The server refused it, so the next request may differ.
		if (toRefusal(error).code === "bad_input") draft.first = null;
		throw error;
	}
}

/** Takes over the other version without conflicts; false: a person has to choose. */
function settle(draft: Draft, theirs: Campaign): boolean {
	const plan = planOf(theirs);
	if (findConflicts(draft.stored, draft.plan, plan).length > 0) {
		draft.conflict = theirs;
		return false;
	}
	draft.plan = mergePlans(draft.stored, draft.plan, plan);
	draft.stored = plan;
	draft.version = theirs.version;
	return true;
}

export function endConflict(draft: Draft, keep: "mine" | "theirs"): void {
	const theirs = draft.conflict;
	if (!theirs) return;
	const stored = planOf(theirs);
	const plan = keep === "mine" ? mergePlans(draft.stored, draft.plan, stored) : { ...stored };
	changeDraft({ conflict: null, stored, plan, version: theirs.version });
	void saveDraft(draft);
	lookSoon(draft);
}

export function applyAnswer(draft: Draft, answer: Campaign): void {
	draft.id = answer.id;
	draft.stored = planOf(answer);
	if (draft.plan.fromNumber === null) draft.plan.fromNumber = answer.fromNumber;
	if (draft.plan.ratePerSecond === null) draft.plan.ratePerSecond = answer.ratePerSecond;
	draft.version = answer.version;
	const noProgress = {
		achievedPerSecond: null,
		pace: null,
		forecastEndAt: null,
		expectedEndAt: null,
		heldUntil: null,
	};
	const resource = campaign(answer.id);
	put(resource, { ...noProgress, ...peek(resource), ...answer });
}

/** Stores the last changes when the page is left. */
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "hidden") flush();
});
window.addEventListener("online", flush);

function flush(): void {
	const draft = currentDraft();
	if (isChanged(draft.stored, draft.plan)) void saveDraft(draft);
}
