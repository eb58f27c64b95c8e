import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { refresh } from "../../api/resource.ts";
import { openAlert } from "../../parts/sheet.ts";
import { goTo } from "../../router.ts";
import { countOf } from "../../words/counts.ts";
import { campaign, markCampaignStale } from "./resources.ts";

export const changing = (id: string) => `campaign/${id}`;
export const duplicating = (id: string) => `duplicate/${id}`;

/** At most one text that is already at the carrier still goes out. */
export const pause = (id: string) => change(id, () => api.campaigns[":id"].pause.$post({ param: { id } }));
export const resume = (id: string) => change(id, () => api.campaigns[":id"].resume.$post({ param: { id } }));

/** Null: now. Refused without a message or recipients. */
export const schedule = (id: string, startAt: string | null) =>
	change(id, () => api.campaigns[":id"].schedule.$post({ param: { id }, json: { startAt } }));

async function change(
	id: string,
	send: () => ReturnType<(typeof api.campaigns)[":id"]["pause"]["$post"]>,
): Promise<void> {
	await ask<Campaign>(send);
	markCampaignStale(id);
	await refresh(campaign(id));
}

/** Irreversible, so it asks first. */
export function askToCancel({ id, name, counts }: Campaign): void {
	const left = counts.queued;
	openAlert({
		title: `Cancel “${name}”?`,
		text: `${countOf(left, { one: "person", other: "people" })} will not be texted. This cannot be undone; what has gone out stays out.`,
		verb: "Cancel Campaign",
		busyLabel: "Cancelling…",
		run: () => change(id, () => api.campaigns[":id"].cancel.$post({ param: { id } })),
	});
}

const keys = new Map<string, string>();

/** Uses one key for each copy: a repeated request makes no second draft. */
export async function duplicate(id: string): Promise<void> {
	const key = keys.get(id) ?? crypto.randomUUID();
	keys.set(id, key);
	const copy = await ask(() =>
		api.campaigns[":id"].duplicate.$post({ param: { id }, header: { "idempotency-key": key } }),
	);
	keys.delete(id);
	markCampaignStale(copy.id);
	goTo(`/campaigns/${copy.id}`);
}
