import { html, nothing } from "lit-html";
import { can } from "../../session/session.ts";
import { formatNumber } from "../../words/phone-numbers.ts";
import { contactsIcon } from "../icons.ts";
import type { View } from "../view.ts";

interface Party {
	number: string | null;
	contactName: string | null;
}

export function partyLine({ number, contactName }: Party): View {
	if (contactName === null) return formatNumber(number);
	return html`<span title=${formatNumber(number)}>${contactName}</span>`;
}

export function contactWay({ number, contactName }: Party): View {
	const href = contactHref({ number, contactName });
	if (href === null) return nothing;
	return html`<a class="button" href=${href}>${contactsIcon}<span>${contactName === null ? "Add Contact" : "Contact"}</span></a>`;
}

/** Null for a number that cannot have a contact. */
export function contactHref({ number, contactName }: Party): string | null {
	if (number === null || !/^\+\d{7,15}$/.test(number) || !can("contacts:read")) return null;
	const encoded = encodeURIComponent(number);
	if (contactName !== null) return `/contacts/${encoded}`;
	return can("contacts:write") ? `/contacts?add=${encoded}` : null;
}
