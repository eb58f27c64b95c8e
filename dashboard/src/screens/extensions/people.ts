import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { html } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { avatarView } from "../../parts/avatar.ts";
import { rowView } from "../../parts/lists/row.ts";
import { emptyView, resourceView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import type { View } from "../../parts/view.ts";
import { extensionStatusWords } from "../../words/statuses.ts";
import { followProvisioning } from "./follow-provisioning.ts";
import { extensions } from "./resources.ts";
import { describeReach, describeRelease } from "./words.ts";

export function peopleView(isOfInactive: boolean, createButton: View): View {
	return resourceView(extensions, (all) => {
		followProvisioning(all.some(({ status }) => status === "provisioning"));
		const shown = all
			.filter(({ status }) => (status === "inactive") === isOfInactive)
			.sort((a, b) => (isOfInactive ? b.updatedAt.localeCompare(a.updatedAt) : a.ext.localeCompare(b.ext)));
		if (shown.length === 0) return isOfInactive ? noInactiveView : emptyPageView(createButton);
		return html`
			<ul class="group" aria-label="Extensions">
				${repeat(
					shown,
					({ id }) => id,
					(one) => html`<li>${personView(one)}</li>`,
				)}
			</ul>
		`;
	});
}

function personView(one: Extension): View {
	const { id, kind, name, status, department, numberReleaseAt } = one;
	const ways = describeReach(one);
	return rowView({
		title: name,
		detail: html`<span class="extensions-line">${department ? `${ways} · ${department}` : ways}</span>${
			numberReleaseAt === null
				? ""
				: html`<span class="extensions-line">Its number ${describeRelease(numberReleaseAt)}.</span>`
		}`,
		leading: avatarView(kind === "group" ? "" : name),
		trailing: html`<span class="extensions-status">${statusView(extensionStatusWords[status])}</span>`,
		href: `/extensions/${id}`,
	});
}

const emptyPageView = (action: View) =>
	emptyView({
		title: "No Extensions",
		text: "An extension is a person with three keys and a number, or a group of them: callers press the keys in the menu, or dial the number.",
		action,
	});

const noInactiveView = emptyView({
	title: "Nobody Deactivated",
	text: "When somebody leaves, deactivate the extension: the keys become free, and the number is kept for a while.",
	action: html`<a class="button" href="/extensions">Show People</a>`,
});
