import { html, nothing } from "lit-html";
import { openingHours } from "../../api/opening-hours.ts";
import { prefetch, use } from "../../api/resource.ts";
import { findSpecialDay } from "../../domain/what-if-instants.ts";
import { can, useSession } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { isoDay } from "../../words/times.ts";
import { buttonView } from "../button.ts";
import { openSheet } from "../sheet.ts";
import { skeletonView } from "../states.ts";
import type { View } from "../view.ts";

type When = "now" | "tonight" | "holiday";

const phone = lazily(() => import("./sheet.ts"));

/** The three calls that hours and groups affect most. `to`: the called number, by default the first. */
export function whatIfOfferView({ to }: { to?: string } = {}): View {
	if (!can("settings:read")) return nothing;
	const hours = use(openingHours).data;
	const today = isoDay(Date.now(), useSession()?.timeZone);
	const ways: [When, string][] = [
		["now", "Now"],
		["tonight", "At 8 PM"],
		["holiday", hours ? findSpecialDay(hours, today).name : "Next Holiday"],
	];
	return html`
		<section class="group-section">
			<h2 class="group-title">What Callers Hear</h2>
			<div class="ways">
				${ways.map(([when, label]) => buttonView({ label, onPress: () => void openWhatIf({ when, ...(to && { to }) }) }))}
				<a class="button" href="/settings/what-if">Another Call…</a>
			</div>
			<p class="group-footer">Plays a test call with the saved settings. No real call is made.</p>
		</section>
	`;
}

export async function openWhatIf(preset: { when: When; to?: string }): Promise<void> {
	openSheet({ title: "What If", isWide: true, view: () => phone()?.view() ?? skeletonView(4) });
	await prefetch(openingHours);
	const { callAt } = await phone.load();
	await callAt(preset);
}
