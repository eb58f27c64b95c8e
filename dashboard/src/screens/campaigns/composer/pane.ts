import "./style.css";
import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { html, nothing } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api } from "../../../api/client.ts";
import { prefetch, use } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { fieldView } from "../../../parts/forms/field.ts";
import { moreIcon } from "../../../parts/icons.ts";
import { menuView } from "../../../parts/menu.ts";
import { pageView } from "../../../parts/page.ts";
import { openAlert } from "../../../parts/sheet.ts";
import { refusalLine, skeletonView } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { goTo } from "../../../router.ts";
import { act, actionOf } from "../../../state/actions.ts";
import { isChanged } from "../domain/plan.ts";
import { duplicate, duplicating } from "../operations.ts";
import { markCampaignStale, recipients } from "../resources.ts";
import { conflictView } from "./conflict.ts";
import { adopt, beginDraft, currentDraft, type Draft } from "./draft.ts";
import { messageSection } from "./message-section.ts";
import { preview } from "./preview.ts";
import { recipientsSection } from "./recipients-section.ts";
import { reviewSection } from "./review-section.ts";
import { edit, saveDraft, savingOf } from "./save-draft.ts";
import { senderSection } from "./sender-section.ts";

const nameMax = 200;

/** Begins a new draft, unless the open one is still empty. */
export function beginNew(): void {
	const draft = currentDraft();
	if (draft.id !== null || isChanged(draft.stored, draft.plan)) beginDraft(null);
}

export function prefetchDraft(id: string): void {
	void prefetch(preview(id));
	void prefetch(recipients(id, {}));
}

export function composerPage(campaign: Campaign | null): View {
	const draft = openDraft(campaign);
	const back = { href: "/campaigns", label: "Campaigns" };
	const title = campaign === null ? "New Campaign" : draft.plan.name || campaign.name;
	if (campaign !== null && !isThere(campaign.id)) {
		const actions = html`<div class="campaigns-actions"></div>`;
		return pageView({ title, back, isNarrow: true, actions, body: skeletonView() });
	}
	return pageView({
		title,
		back,
		isNarrow: true,
		actions: html`<div class="campaigns-actions">${draft.id === null ? nothing : moreView(draft.id, title)}</div>`,
		body: html`
			<div class="campaigns-composer">
				${refusalLine(actionOf(duplicating(draft.id ?? "")).refusal)}
				<div>
					${fieldView({
						label: "Name",
						name: "campaign-name",
						value: draft.plan.name,
						maxLength: nameMax,
						placeholder: "Only colleagues see it",
						onInput: (name) => edit({ name }),
					})}
					${savedView(draft)}
				</div>
				${recipientsSection(draft, campaign)} ${messageSection(draft)} ${senderSection(draft)}
				${reviewSection(draft, campaign)} ${conflictView(draft)}
			</div>
		`,
	});
}

function openDraft(campaign: Campaign | null): Draft {
	const draft = currentDraft();
	if (campaign === null) return draft;
	if (draft.id !== campaign.id) return beginDraft(campaign);
	adopt(draft, campaign);
	return draft;
}

/** True with an answer or a refusal. */
function isThere(id: string): boolean {
	const [look, list] = [use(preview(id)), use(recipients(id, {}))];
	return [look, list].every(({ data, refusal }) => data !== undefined || refusal !== undefined);
}

function savedView(draft: Draft): View {
	const { refusal } = actionOf(savingOf(draft));
	if (refusal && !draft.conflict) {
		return html`
			<p class="campaigns-saved" data-fault role="status">
				Not saved. ${refusal.detail} ${buttonView({ label: "Try Again", style: "plain", onPress: () => void saveDraft(draft) })}
			</p>
		`;
	}
	return html`<p class="campaigns-saved" role="status">${describeSaved(draft)}</p>`;
}

function describeSaved(draft: Draft): string {
	if (draft.conflict) return "Not saved.";
	if (draft.saving || isChanged(draft.stored, draft.plan)) return "Saving…";
	return draft.id === null ? "It saves itself as a draft." : "Saved as a draft.";
}

function moreView(id: string, name: string): View {
	return menuView({
		id: "campaign-menu",
		label: "More",
		face: moreIcon,
		isIconOnly: true,
		items: [
			{ label: "Duplicate as Draft", run: () => void act(duplicating(id), () => duplicate(id)) },
			{ label: "Delete Draft…", isDestructive: true, run: () => askToDelete(id, name) },
		],
	});
}

function askToDelete(id: string, name: string): void {
	openAlert({
		title: `Delete “${name}”?`,
		text: "The draft and its list of recipients are deleted. This cannot be undone.",
		verb: "Delete Draft",
		busyLabel: "Deleting…",
		async run() {
			await ask(() => api.campaigns[":id"].$delete({ param: { id } }));
			beginDraft(null);
			goTo("/campaigns", { replaces: true });
			markCampaignStale(id);
		},
	});
}
