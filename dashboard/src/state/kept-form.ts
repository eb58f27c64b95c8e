import { findFieldError, type Refusal, toRefusal } from "../api/refusal.ts";
import { peek, put, type Resource } from "../api/resource.ts";
import {
	type Conflict,
	changeField,
	conflictsOf,
	type Fields,
	type FormDraft,
	keepMine,
	settleDraft,
	takeTheirs,
} from "../domain/form-draft.ts";
import { act, actionOf, forget } from "./actions.ts";
import { readDraft, writeDraft } from "./drafts.ts";
import { changed } from "./store.ts";

/** A form whose changes are kept in this browser until Save. */
export interface KeptForm<Data> {
	name: string;
	data: Data;
	stored: Data;
	isChanged: boolean;
	isBusy: boolean;
	isSaved: boolean;
	/** Null, or the role that may change it, in words. */
	readOnly: string | null;
	conflicts: Conflict[];
	/** A refusal that belongs to no field. */
	refusal: Refusal | null;
	set(field: keyof Data & string, value: unknown): void;
	errorOf(field: string): string | undefined;
	save(): Promise<boolean>;
	discard(): void;
	useTheirs(field: string): void;
	keepMine(field: string): void;
}

/** Maximum tries when somebody else saves between reading and writing. */
const triesMax = 3;
const savedMilliseconds = 4000;
const savedAt = new Map<string, number>();
const faults = new Map<string, Record<string, string>>();

/**
 * Opens a form over stored values. `name` is the draft's name, such as `settings/greeting`. `write` gets the
 * changed fields and their version. Changes of other fields by other people are no conflict: the form is sent
 * again.
 */
export function keptForm<Data extends { version: number }>(options: {
	name: string;
	resource: Resource<Data>;
	stored: Data;
	readOnly?: string | null;
	check?: (values: Fields) => { values: Fields; faults: Record<string, string> };
	write: (values: Fields & { version: number }) => Promise<Data>;
	onSaved?: (data: Data) => void;
}): KeptForm<Data> {
	const { name, resource, stored } = options;
	// A draft made with another role is neither shown nor lost.
	const draft = options.readOnly ? null : readDraft<FormDraft>(name);
	const { isBusy, refusal } = actionOf(name);
	const found = faults.get(name) ?? {};
	const storedNow = () => peek(resource) ?? stored;
	const keep = (next: FormDraft | null) => writeDraft(name, next);
	const forgetAnswer = () => {
		savedAt.delete(name);
		faults.delete(name);
		forget(name);
	};
	return {
		name,
		stored,
		data: { ...stored, ...draft?.values },
		isChanged: draft !== null,
		isBusy,
		isSaved: draft === null && Date.now() - (savedAt.get(name) ?? 0) < savedMilliseconds,
		readOnly: options.readOnly ?? null,
		conflicts: conflictsOf(draft, stored),
		refusal: refusal && refusal.fields.length === 0 ? refusal : null,
		set(field, value) {
			forgetAnswer();
			keep(changeField(readDraft<FormDraft>(name), storedNow(), field, value));
		},
		errorOf: (field) => found[field] ?? findFieldError(refusal, field),
		async save() {
			forgetAnswer();
			const wish = readDraft<FormDraft>(name);
			if (!wish) return true;
			const checked = options.check?.(wish.values) ?? { values: wish.values, faults: {} };
			if (Object.keys(checked.faults).length > 0) {
				faults.set(name, checked.faults);
				changed();
				return false;
			}
			const isDone = await act(name, () => send(checked.values, wish.values));
			return isDone && readDraft(name) === null;
		},
		discard() {
			forgetAnswer();
			keep(null);
		},
		useTheirs: (field) => keep(takeTheirs(readDraft<FormDraft>(name), field)),
		keepMine: (field) => keep(keepMine(readDraft<FormDraft>(name), storedNow(), field)),
	};

	async function send(values: Fields, typed: Fields): Promise<void> {
		for (let tries = 1; ; tries++) {
			const before = storedNow();
			if (conflictsOf(readDraft<FormDraft>(name), before).length > 0) return;
			try {
				const saved = await options.write({ ...values, version: before.version });
				put(resource, saved);
				keep(settleDraft(readDraft<FormDraft>(name), typed, saved));
				savedAt.set(name, Date.now());
				setTimeout(changed, savedMilliseconds);
				options.onSaved?.(saved);
				return;
			} catch (error) {
				const { code, current } = toRefusal(error);
				if (code !== "conflict" || !current || tries === triesMax) throw error;
				put(resource, { ...before, ...current } as Data);
			}
		}
	}
}
