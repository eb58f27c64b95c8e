import type { CampaignPreview, CampaignSample } from "@cloudpbx/contracts/campaigns/campaign-preview";
import { renderMessage } from "@cloudpbx/domain/merge-fields/render-message";
import { html, nothing } from "lit-html";
import { buttonView } from "../../../parts/button.ts";
import { backIcon, chevronIcon } from "../../../parts/icons.ts";
import type { View } from "../../../parts/view.ts";
import { currentSession } from "../../../session/session.ts";
import { countOf, formatInteger } from "../../../words/counts.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { setAsideWords } from "../domain/set-aside-words.ts";
import type { Draft } from "./draft.ts";
import { showRecipient } from "./preview.ts";

export function phoneView(draft: Draft, look: CampaignPreview | undefined): View {
	const sample = sampleOf(draft, look);
	const text = sample?.text ?? renderMessage(draft.plan.message, null);
	const from = draft.plan.fromNumber ?? currentSession()?.numbers[0]?.number ?? null;
	return html`
		<div class="campaigns-preview">
			<div class="campaigns-phone" role="group" aria-label="Preview">
				<p class="campaigns-phone-from">${from === null ? "Your number" : formatNumber(from)}</p>
				<div class="campaigns-phone-texts" tabindex="0" role="region" aria-label="Text">
					${text.trim() === "" ? html`<p class="soft">Your text appears here as recipients will see it.</p>` : html`<p class="campaigns-bubble" dir="auto">${text}</p>`}
					${sample?.setAside ? html`<p class="campaigns-phone-out">Not sent: ${setAsideWords[sample.setAside].toLowerCase()}.</p>` : nothing}
				</div>
			</div>
			${walkView(sample, look)}
		</div>
	`;
}

function sampleOf({ position }: Draft, look: CampaignPreview | undefined): CampaignSample | null {
	if (!look) return null;
	return (position === null ? null : look.samples.chosen) ?? look.samples.first;
}

function walkView(sample: CampaignSample | null, look: CampaignPreview | undefined): View {
	if (!sample || !look)
		return html`<p class="campaigns-walk soft">Add a list to see each recipient’s text.</p>`;
	const { position, number, segments } = sample;
	const { longest } = look.samples;
	const isFirst = position === 0;
	const isLast = position >= look.total - 1;
	return html`
		<div class="campaigns-walk">
			${buttonView({ label: "Previous Recipient", icon: backIcon, isIconOnly: true, unavailable: isFirst ? "This is the first one." : undefined, onPress: () => showRecipient(position - 1) })}
			<p><span class="number" dir="auto">${formatNumber(number) || "(empty)"}</span><br><span class="soft">${formatInteger(position + 1)} of ${formatInteger(look.total)} · ${countOf(segments, { one: "text", other: "texts" })}</span></p>
			${buttonView({ label: "Next Recipient", icon: chevronIcon, isIconOnly: true, unavailable: isLast ? "This is the last one." : undefined, onPress: () => showRecipient(position + 1) })}
			${buttonView({ label: "Longest", unavailable: longest && longest.position !== position ? undefined : "This is the longest one.", onPress: () => longest && showRecipient(longest.position) })}
		</div>
	`;
}
