/**
 * Unsaved changes of a form: the changed fields, each with the value that was stored when it was first changed. The
 * stored value reveals changes by other people.
 */
export interface FormDraft {
	values: Fields;
	base: Fields;
}

export type Fields = Record<string, unknown>;

export interface Conflict {
	field: string;
	theirs: unknown;
	mine: unknown;
}

/** Returns the draft with the field's new value; null when nothing differs from the stored values any more. */
export function changeField(
	draft: FormDraft | null,
	stored: Fields,
	field: string,
	value: unknown,
): FormDraft | null {
	if (isSame(value, stored[field])) return dropField(draft, field);
	const base = draft && field in draft.base ? draft.base : { ...draft?.base, [field]: stored[field] };
	return { values: { ...draft?.values, [field]: value }, base };
}

export function conflictsOf(draft: FormDraft | null, stored: Fields): Conflict[] {
	return Object.entries(draft?.values ?? {})
		.filter(([field, mine]) => !isSame(stored[field], draft?.base[field]) && !isSame(stored[field], mine))
		.map(([field, mine]) => ({ field, theirs: stored[field], mine }));
}

export function takeTheirs(draft: FormDraft | null, field: string): FormDraft | null {
	return dropField(draft, field);
}

/** Keeps the own value, now based on the stored one. */
export function keepMine(draft: FormDraft | null, stored: Fields, field: string): FormDraft | null {
	return draft && { ...draft, base: { ...draft.base, [field]: stored[field] } };
}

/** After saving: values typed meanwhile remain, based on the stored ones. */
export function settleDraft(draft: FormDraft | null, sent: Fields, stored: Fields): FormDraft | null {
	const rest = Object.entries(draft?.values ?? {}).filter(
		([field, value]) => !isSame(value, sent[field]) && !isSame(value, stored[field]),
	);
	if (rest.length === 0) return null;
	const fields = rest.map(([field]) => field);
	return {
		values: Object.fromEntries(rest),
		base: Object.fromEntries(fields.map((field) => [field, stored[field]])),
	};
}

function dropField(draft: FormDraft | null, field: string): FormDraft | null {
	if (!draft) return null;
	const without = (fields: Fields) =>
		Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
	const values = without(draft.values);
	return Object.keys(values).length === 0 ? null : { values, base: without(draft.base) };
}

function isSame(one: unknown, other: unknown): boolean {
	return write(one) === write(other);
}

function write(value: unknown): string | undefined {
	const isTable = typeof value === "object" && value !== null && !Array.isArray(value);
	return JSON.stringify(isTable ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);
}
