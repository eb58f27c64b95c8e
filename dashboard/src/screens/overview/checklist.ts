import { html, nothing } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { prefetch, type Resource, use } from "../../api/resource.ts";
import { buttonView } from "../../parts/button.ts";
import { checkIcon } from "../../parts/icons.ts";
import type { View } from "../../parts/view.ts";
import { currentSession } from "../../session/session.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { endChecklist } from "./checklist-offer.ts";

type Step = "menu" | "extension" | "text" | "invite";

const steps: Resource<Record<Step, boolean>> = {
	key: "overview/steps",
	async load(signal) {
		const query = { limit: "1" };
		const some = async (list: Promise<{ items: unknown[] }>) => (await list).items.length > 0;
		const [menu, extension, text, people, invitations] = await Promise.all([
			some(ask(() => api.calls.$get({ query }, until(signal)))),
			some(ask(() => api.extensions.$get({ query }, until(signal)))),
			some(ask(() => api.conversations.$get({ query }, until(signal)))),
			ask(() => api.users.$get({ query: { limit: "2" } }, until(signal))),
			some(ask(() => api.invitations.$get({ query }, until(signal)))),
		]);
		return { menu, extension, text, invite: invitations || people.items.length > 1 };
	},
	staleAfter: () => true,
};

export function checklistView(): View {
	const { data } = use(steps);
	if (!data) return nothing;
	if (Object.values(data).every(Boolean)) {
		endChecklist();
		return nothing;
	}
	return html`
		<section class="group-section">
			<div class="overview-steps-head">
				<h2 class="group-title">First Steps</h2>
				${buttonView({ label: "Hide", style: "plain", onPress: endChecklist })}
			</div>
			<ol class="group overview-steps">
				${stepsOf().map(
					({ step, title, text, action }) => html`
						<li class="overview-step" ?data-done=${data[step]}>
							<span class="overview-tick">${data[step] ? html`${checkIcon}<span class="visually-hidden">Done:</span>` : nothing}</span>
							<div>
								<p class="overview-step-title">${title}</p>
								${data[step] ? nothing : html`<p class="soft small">${text}</p>`}
							</div>
							${data[step] ? nothing : action}
						</li>
					`,
				)}
			</ol>
		</section>
	`;
}

/** The checklist stands first, so the page waits for it. */
export function loadSteps(): Promise<unknown> {
	return prefetch(steps);
}

function stepsOf(): { step: Step; title: string; text: string; action: View }[] {
	const session = currentSession();
	const line = session?.numbers.find(({ extension }) => extension === null) ?? session?.numbers[0];
	const number = line ? formatNumber(line.number) : "your number";
	const phones = session?.phonesUrl;
	const phonesView = phones
		? html`<a class="button" href=${phones} target="_blank" rel="noopener">Open the Phones</a>`
		: nothing;
	return [
		{
			step: "menu",
			title: "Hear your menu",
			text: `Call ${number} and listen to what callers hear.`,
			action: phonesView,
		},
		{
			step: "extension",
			title: "Create an extension",
			text: "A person or a place with three keys and a number of its own.",
			action: html`<a class="button" href="/extensions">Open Extensions</a>`,
		},
		{
			step: "text",
			title: "Text yourself",
			text: `Text ${number} from your own telephone; the conversation appears in the inbox.`,
			action: phonesView,
		},
		{
			step: "invite",
			title: "Invite somebody",
			text: "Agents answer texts, and hear the voicemail of their own extension.",
			action: html`<a class="button" href="/settings/people">Open People</a>`,
		},
	];
}
