import { changed } from "./store.ts";

/**
 * Unsent text, kept in this browser over reloads, lost sessions and new versions. A name contains its object, such
 * as `reply/conv_1`, so that a draft cannot reach another one.
 */
const prefix = "cloudpbx/draft";
let owner: string | null = null;

/** Drafts of other people in the same browser are neither shown nor changed. */
export function useDraftsOf(personId: string | null): void {
	owner = personId;
}

export function readDraft<Value>(name: string): Value | null {
	try {
		const stored = localStorage.getItem(keyOf(name));
		return stored === null ? null : (JSON.parse(stored) as Value);
	} catch {
		return null;
	}
}

/** Null removes it. Without storage a draft lives as long as the page. */
export function writeDraft(name: string, value: unknown): void {
	try {
		if (value === null || value === "") localStorage.removeItem(keyOf(name));
		else localStorage.setItem(keyOf(name), JSON.stringify(value));
	} catch {}
	changed();
}

export function listDrafts(beginning: string): string[] {
	try {
		const whole = keyOf(beginning);
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(whole))
			.map((key) => key.slice(keyOf("").length));
	} catch {
		return [];
	}
}

export function dropDrafts(): void {
	try {
		for (const key of Object.keys(localStorage)) {
			if (key.startsWith(`${prefix}/${owner}/`)) localStorage.removeItem(key);
		}
	} catch {}
}

function keyOf(name: string): string {
	return `${prefix}/${owner}/${name}`;
}
