import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { type Resource, refresh } from "../../../api/resource.ts";
import { changesOf } from "../domain/plan.ts";
import { changeDraft, currentDraft } from "./draft.ts";

/** Previews the draft on the page, stored or not. The old preview stays until the new one is there. */
export function preview(id: string): Resource<CampaignPreview> {
	return {
		key: `campaigns/${id}/preview`,
		load(signal) {
			const { id: openId, stored, plan, position } = currentDraft();
			const json = openId === id ? changesOf(stored, plan) : {};
			const query = openId === id && position !== null ? { position: String(position) } : {};
			return ask(() => api.campaigns[":id"].preview.$post({ param: { id }, query, json }, until(signal)));
		},
	};
}

export function showRecipient(position: number | null): void {
	changeDraft({ position });
	const { id } = currentDraft();
	if (id !== null) void refresh(preview(id));
}
