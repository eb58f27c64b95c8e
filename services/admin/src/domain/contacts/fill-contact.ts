import { type ContactFields, contactFieldNames, foldTag } from "@cloudpbx/contracts/contacts/contacts";
import { contactLimits } from "@cloudpbx/contracts/words/contact-limits";

export type KnownContact = ContactFields & { number: string };

export const unknownFields: ContactFields = {
	name: null,
	company: null,
	email: null,
	tags: [],
	notes: null,
	timeZone: null,
	state: null,
};

export function differingFields(
	current: ContactFields,
	next: Partial<ContactFields>,
): (keyof ContactFields)[] {
	return contactFieldNames.filter(
		(field) => next[field] !== undefined && comparable(current[field]) !== comparable(next[field]),
	);
}

function comparable(value: ContactFields[keyof ContactFields] | undefined): string {
	return JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
}

/** Keeps the order. A tag in both lists is written as in the first. */
export function uniteTags(first: readonly string[], second: readonly string[]): string[] {
	const known = new Set(first.map(foldTag));
	return [...first, ...second.filter((tag) => !known.has(foldTag(tag)))];
}

/** Fills empty fields and unites tags; other values go to the notes. Null when too large. */
export function mergeContacts(into: KnownContact, other: KnownContact): ContactFields | null {
	const kept = [`Also: ${other.number}`];
	const merged: ContactFields = { ...into };
	for (const field of ["name", "company", "email", "timeZone", "state"] as const) {
		const value = other[field];
		merged[field] ??= value;
		if (value !== null && value !== merged[field]) kept.push(value);
	}
	merged.tags = uniteTags(into.tags, other.tags);
	merged.notes = [into.notes, kept.join(", "), other.notes].filter((text) => text !== null).join("\n");
	const isTooMuch = merged.notes.length > contactLimits.notes || merged.tags.length > contactLimits.tags;
	return isTooMuch ? null : merged;
}
