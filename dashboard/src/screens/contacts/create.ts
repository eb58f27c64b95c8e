import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { put } from "../../api/resource.ts";
import { formView } from "../../parts/forms/form.ts";
import type { View } from "../../parts/view.ts";
import { goTo } from "../../router.ts";
import { readDraft, writeDraft } from "../../state/drafts.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { type ContactField, fieldsView, readTags } from "./fields.ts";
import { contact, hrefOf, readAgain } from "./resources.ts";

type Draft = Partial<Record<ContactField, string>>;

export function createView(number: string): View {
	const name = `contact-new/${number}`;
	const draft: Draft = readDraft<Draft>(name) ?? (number ? { number: formatNumber(number) } : {});
	return html`
		<article class="contacts-detail">
			<h2 class="contacts-name only-panes">New Contact</h2>
			${formView({
				name,
				fields: (errorOf) =>
					fieldsView({
						textOf: (field) => draft[field] ?? "",
						errorOf,
						set: (field, value) => writeDraft(name, { ...(readDraft<Draft>(name) ?? draft), [field]: value }),
					}),
				submit: "Add Contact",
				busyLabel: "Adding…",
				run: async () => {
					const { tags, number: typed = "", ...rest } = readDraft<Draft>(name) ?? draft;
					const json = { ...rest, number: typed, tags: readTags(tags) };
					const created = await ask(() => api.contacts.$post({ json }));
					writeDraft(name, null);
					put(contact(created.number), created);
					readAgain();
					goTo(hrefOf(created.number), { replaces: true });
				},
			})}
		</article>
	`;
}
