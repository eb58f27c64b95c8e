import "./style.css";
import { html, nothing } from "lit-html";
import { peek, prefetch } from "../../api/resource.ts";
import { plusIcon } from "../../parts/icons.ts";
import { splitView } from "../../parts/page.ts";
import { bonesView } from "../../parts/states.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { writeNumber } from "../../words/phone-numbers.ts";
import { filtersView } from "./filters.ts";
import { listView } from "./list.ts";
import { contact, contacts, contactTags, readFilter, timeline } from "./resources.ts";

/** What only an opened contact needs. */
const detail = lazily(() => import("./detail.ts"));
/** What only a new one needs. */
const create = lazily(() => import("./create.ts"));

export const screen: Screen = {
	load({ params, query }) {
		if (!can("contacts:read")) return;
		void prefetch(contacts(readFilter(query)));
		void prefetch(contactTags);
		if (query.has("add")) create();
		if (!params.number) return;
		detail();
		void prefetch(contact(params.number));
		void prefetch(timeline(params.number));
	},
	title: (place) => nameOf(place),
	view(place) {
		return splitView({
			title: "Contacts",
			listHref: withQuery({ ...place, path: "/contacts" }, { add: null }),
			filters: filtersView(place),
			list: listView(place),
			actions: can("contacts:write")
				? html`<a class="button" data-style="prominent" href=${withQuery({ ...place, path: "/contacts" }, { add: "" })}>${plusIcon}<span>New</span></a>`
				: nothing,
			detail: detailView(place),
			detailTitle: nameOf(place) ?? "Contact",
			hint: "Choose a contact.",
		});
	},
};

function detailView({ params, query }: Place) {
	const added = query.get("add");
	if (params.number) return detail()?.contactView(params.number) ?? bonesView();
	if (added === null || !can("contacts:write")) return null;
	return create()?.createView(added) ?? bonesView();
}

function nameOf({ params, query }: Place): string | undefined {
	if (!params.number) return query.has("add") ? "New Contact" : undefined;
	const known = peek(contact(params.number));
	return known && (known.name ?? known.company ?? writeNumber(known.number));
}
