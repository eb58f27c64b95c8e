import { changed } from "./store.ts";

const name = "cloudpbx/single-keys";

/** WCAG 2.1.4: single-key shortcuts can be switched off. */
export function areSingleKeysOn(): boolean {
	try {
		return localStorage.getItem(name) !== "off";
	} catch {
		return true;
	}
}

export function setSingleKeys(areOn: boolean): void {
	try {
		if (areOn) localStorage.removeItem(name);
		else localStorage.setItem(name, "off");
	} catch {}
	changed();
}
