import type { Contact } from "@cloudpbx/contracts/contacts/contacts";
import { html, nothing } from "lit-html";
import { prefetch } from "../../api/resource.ts";
import { avatarView } from "../../parts/avatar.ts";
import { pagedListView } from "../../parts/lists/paged-list.ts";
import type { Row } from "../../parts/lists/row.ts";
import { emptyView } from "../../parts/states.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import { can } from "../../session/session.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { contact, contacts, hrefOf, readFilter } from "./resources.ts";

export function listView(place: Place): View {
	return pagedListView({
		resource: contacts(readFilter(place.query)),
		label: "Contacts",
		row: (one) => rowOf(one, place),
		empty: emptyListView(place),
	});
}

function rowOf(one: Contact, place: Place): Row {
	const title = one.name ?? one.company ?? formatNumber(one.number);
	const facts = [
		title === formatNumber(one.number) ? null : formatNumber(one.number),
		one.company === title ? null : one.company,
	].filter((fact) => fact !== null);
	return {
		title,
		leading: avatarView(title),
		detail: html`
			<span class="contacts-line" dir="auto">${facts.length === 0 ? "No name yet" : facts.join(" · ")}</span>
			${one.tags.length === 0 ? nothing : html`<span class="contacts-line" dir="auto">${one.tags.join(", ")}</span>`}
		`,
		href: withQuery({ ...place, path: hrefOf(one.number) }, { add: null }),
		isCurrent: place.params.number === one.number,
		prefetch: () => void prefetch(contact(one.number)),
	};
}

function emptyListView({ query }: Place): View {
	if (Object.keys(readFilter(query)).length > 0) {
		return emptyView({
			title: "No Such Contacts",
			text: "Search finds the beginnings of words in names, companies and e-mail addresses, and numbers.",
			action: html`<a class="button" href="/contacts">Clear Filters</a>`,
		});
	}
	return emptyView({
		title: "No Contacts Yet",
		text: can("contacts:write")
			? "Contacts give names to the numbers of calls and texts. Add one, or import a file."
			: "Owners and admins add contacts. Their names then appear with their texts.",
		action: can("contacts:write") ? html`<a class="button" href="/contacts?add=">Add a Contact</a>` : nothing,
	});
}
