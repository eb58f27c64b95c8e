import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import { html } from "lit-html";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { contactTags } from "../../../api/contact-tags.ts";
import { type Resource, refresh, use } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { checkboxView, fieldView } from "../../../parts/forms/field.ts";
import { refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { act, actionOf } from "../../../state/actions.ts";
import { countOf, formatInteger } from "../../../words/counts.ts";
import { people } from "../domain/describe-review.ts";
import { markCampaignStale, recipients } from "../resources.ts";
import { type AudienceChoice, changeDraft, type Draft } from "./draft.ts";
import { preview } from "./preview.ts";
import { applyAnswer, storeWhole } from "./save-draft.ts";

const using = ({ key }: Draft) => `audience/${key}`;
/** Counting needs a message, and the draft's may be empty. */
const noMessage = "-";

export function audienceView(draft: Draft, choice: AudienceChoice): View {
	const tags = use(contactTags).data ?? [];
	const { isBusy, refusal } = actionOf(using(draft));
	const audience = toAudience(choice);
	return html`
		<div class="campaigns-audience">
			${tagsView(tags, {
				label: "With any of these tags",
				name: "audience-tag",
				chosen: choice.tags,
				onChange: (chosen) => change(choice, { tags: chosen }),
			})}
			${tagsView(tags, {
				label: "But none of these",
				name: "audience-not-tag",
				chosen: choice.notTags,
				onChange: (chosen) => change(choice, { notTags: chosen }),
			})}
		</div>
		${fieldView({
			label: "Not texted for this many days (optional)",
			name: "audience-days",
			type: "number",
			inputMode: "numeric",
			value: choice.days,
			onInput: (days) => change(choice, { days }),
		})}
		<p class="campaigns-kept campaigns-audience-count" role="status">${audience ? countView(audience, draft) : "Choose a tag to see how many contacts have it."}</p>
		${refusalLine(refusal)}
		<div class="form-buttons">
			${buttonView({ label: "Choose Another", onPress: () => changeDraft({ audience: null }) })}
			${buttonView({
				label: isBusy ? "Handing In…" : "Use These Contacts",
				style: "prominent",
				isBusy,
				unavailable: audience ? undefined : "Choose a tag first.",
				onPress: () => audience && void hand(draft, audience),
			})}
		</div>
	`;
}

interface TagChoice {
	label: string;
	name: string;
	chosen: readonly string[];
	onChange: (chosen: string[]) => void;
}

function tagsView(tags: readonly string[], { label, name, chosen, onChange }: TagChoice): View {
	return html`
		<fieldset class="campaigns-tags">
			<legend>${label}</legend>
			<div class="campaigns-tag-list" tabindex="0" role="group" aria-label=${label}>
				${
					tags.length === 0
						? html`<p class="soft">No contact has a tag yet.</p>`
						: tags.map((tag) =>
								checkboxView({
									label: html`<span dir="auto">${tag}</span>`,
									name,
									value: tag,
									isChecked: chosen.includes(tag),
									onChange: (isOn) => onChange(isOn ? [...chosen, tag] : chosen.filter((one) => one !== tag)),
								}),
							)
				}
			</div>
		</fieldset>
	`;
}

function countView(audience: Audience, draft: Draft): View {
	const { data, refusal } = use(countOfAudience(audience, draft));
	if (!data) return refusal ? refusal.detail : "Counting…";
	const out = data.total - data.kept;
	return html`<strong>${countOf(data.kept, people)}</strong> will be texted${out === 0 ? "." : html`, <strong>${formatInteger(out)}</strong> of ${formatInteger(data.total)} are set aside.`}`;
}

function change(choice: AudienceChoice, changed: Partial<AudienceChoice>): void {
	changeDraft({ audience: { ...choice, ...changed } });
}

function toAudience({ tags, notTags, days }: AudienceChoice): Audience | null {
	const [first, ...others] = tags;
	if (first === undefined) return null;
	const count = Math.trunc(Number(days));
	return {
		tags: [first, ...others],
		...(notTags.length > 0 && { notTags }),
		...(count >= 1 && { notTextedForDays: count }),
	};
}

function countOfAudience(audience: Audience, { plan }: Draft): Resource<CampaignPreview> {
	const { fromNumber } = plan;
	const body = { message: noMessage, ...(fromNumber !== null && { fromNumber }), recipients: audience };
	return {
		key: `campaigns/preview?${JSON.stringify(body)}`,
		load: (signal) => ask(() => api.campaigns.preview.$post({ json: body }, until(signal))),
	};
}

async function hand(draft: Draft, audience: Audience): Promise<void> {
	await act(using(draft), async () => {
		const id = await storeWhole(draft);
		const stored = { param: { id }, json: { recipients: audience } };
		applyAnswer(draft, await ask(() => api.campaigns[":id"].recipients.$put(stored)));
		markCampaignStale(id);
		draft.position = null;
		await Promise.all([refresh(preview(id)), refresh(recipients(id, {}))]);
		Object.assign(draft, { audience: null, isReplacing: false });
	});
}
