import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { html, nothing } from "lit-html";
import { refresh, use } from "../../../api/resource.ts";
import { actionButton, buttonView } from "../../../parts/button.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { currentSession } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { countOf } from "../../../words/counts.ts";
import { describeAside, describeReview } from "../domain/describe-review.ts";
import { changing, schedule } from "../operations.ts";
import type { Draft } from "./draft.ts";
import { preview } from "./preview.ts";
import { storeWhole } from "./save-draft.ts";
import { openTest } from "./send-test.ts";

const peopleTitle = { one: "Person", other: "People" };

export function reviewSection(draft: Draft, campaign: Campaign | null): View {
	const look = draft.id === null ? undefined : use(preview(draft.id)).data;
	const missing = findMissing(draft, look);
	const { refusal } = actionOf(changing(draft.id ?? ""));
	return html`
		<section class="campaigns-section" aria-labelledby="campaigns-review">
			<h2 id="campaigns-review">Review</h2>
			<div class="campaigns-review" role="status">
				<p class="campaigns-sentence">${missing ?? describeAll(draft, look)}</p>
				${look && look.total > look.kept ? html`<p class="soft">Left out: ${describeAside(look.setAside)}.</p>` : nothing}
				${draft.id === null ? nothing : lookFaultView(draft.id)}
			</div>
			${refusalLine(refusal)}
			<div class="form-buttons">
				${buttonView({
					label: "Send Test…",
					unavailable:
						campaign === null || draft.plan.message.trim() === "" ? "Write a message first." : undefined,
					onPress: () => openTest(draft),
				})}
				${sendButton(draft, look, missing)}
			</div>
		</section>
	`;
}

function describeAll({ plan }: Draft, look: CampaignPreview | undefined): string {
	if (!look) return "Checking the list…";
	const timeZone = currentSession()?.timeZone ?? "UTC";
	return describeReview(look, plan, { now: Date.now(), timeZone });
}

function findMissing(draft: Draft, look: CampaignPreview | undefined): string | null {
	const noList = draft.id === null || (look !== undefined && look.total === 0);
	const noMessage = draft.plan.message.trim() === "";
	if (draft.source) return "The list is not uploaded yet. Check its columns above.";
	if (noList && noMessage) return "It needs a list of recipients and a message.";
	if (noList) return "It needs a list of recipients.";
	return noMessage ? "It needs a message." : null;
}

function lookFaultView(id: string): View {
	const { refusal } = use(preview(id));
	if (!refusal) return nothing;
	return html`${refusalLine(refusal)}${buttonView({ label: "Look Again", onPress: () => void refresh(preview(id)) })}`;
}

function sendButton(draft: Draft, look: CampaignPreview | undefined, missing: string | null): View {
	const { id, plan } = draft;
	const isLater = plan.startAt !== null && Date.parse(plan.startAt) > Date.now();
	const size = look && look.kept > 0 ? countOf(look.kept, peopleTitle) : null;
	const verb = isLater ? "Schedule for" : "Send to";
	const nobody = look && look.kept === 0 ? "Nobody is left to text." : undefined;
	return actionButton({
		name: changing(id ?? ""),
		label: size === null ? (isLater ? "Schedule" : "Send") : `${verb} ${size}`,
		busyLabel: isLater ? "Scheduling…" : "Starting…",
		style: "prominent",
		unavailable: missing ?? (draft.conflict ? "Choose one of the two values first." : nobody),
		run: async () => schedule(await storeWhole(draft), isLater ? plan.startAt : null),
	});
}
