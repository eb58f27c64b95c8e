import { changed } from "./store.ts";

/**
 * What somebody has begun to write, kept in this browser until it is sent or discarded: over reloads, lost sessions and new
 * versions. Names hold whom it is for, such as `reply/conv_1` and `note/conv_1`, so that nothing reaches anybody else.
 */
const prefix = "cloudpbx/draft";
let owner: string | null = null;

/** From now on drafts are this person's; those of others in the same browser are neither shown nor touched. */
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

/** Null removes it. A browser without room or permission keeps it only as long as the page lives. */
export function writeDraft(name: string, value: unknown): void {
	try {
		if (value === null || value === "") localStorage.removeItem(keyOf(name));
		else localStorage.setItem(keyOf(name), JSON.stringify(value));
	} catch {}
	changed();
}

/** The names of this person's drafts that begin so. */
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

/** Signing out leaves no draft behind in the browser. */
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
