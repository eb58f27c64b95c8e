import { contactTags } from "../../api/contact-tags.ts";
import "./style.css";
import { html, nothing } from "lit-html";
import { peek, prefetch } from "../../api/resource.ts";
import { plusIcon } from "../../parts/icons.ts";
import { splitView } from "../../parts/page.ts";
import { skeletonView } from "../../parts/states.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { lazily } from "../../state/lazily.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { filtersView } from "./filters.ts";
import { listView } from "./list.ts";
import { contact, contacts, readFilter, timeline } from "./resources.ts";

const detail = lazily(() => import("./detail.ts"));
const create = lazily(() => import("./create.ts"));

/** E.164, as `hrefOf` writes it; null for anything else. */
function numberIn({ params }: Place): string | null {
	return params.number && /^\+\d{7,15}$/.test(params.number) ? params.number : null;
}

export const screen: Screen = {
	load(place) {
		const { query } = place;
		const number = numberIn(place);
		if (!can("contacts:read")) return;
		void prefetch(contacts(readFilter(query)));
		void prefetch(contactTags);
		if (query.has("add")) create();
		if (number === null) return;
		detail();
		void prefetch(contact(number));
		void prefetch(timeline(number));
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

function detailView(place: Place) {
	const number = numberIn(place);
	const added = place.query.get("add");
	if (number !== null) return detail()?.contactView(number) ?? skeletonView();
	if (added === null || !can("contacts:write")) return null;
	return create()?.createView(added) ?? skeletonView();
}

function nameOf(place: Place): string | undefined {
	const number = numberIn(place);
	if (number === null) return place.query.has("add") ? "New Contact" : undefined;
	const known = peek(contact(number));
	return known && (known.name ?? known.company ?? formatNumber(known.number));
}
