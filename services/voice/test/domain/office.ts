import { readSettings } from "@cloudpbx/contracts/office/settings";
import { defaultHours } from "@cloudpbx/domain/hours/read-hours";
import type { Extension, Office } from "../../src/domain/office/office.ts";

export function officeOf(changes: Partial<Office> = {}): Office {
	const extensions = changes.extensions ?? [jane, ana];
	return {
		version: 1,
		at: new Date("2026-11-04T17:00:00Z"),
		lines: { "+18005550100": null, "+14155550101": "101", "+14155550103": "103" },
		hours: defaultHours,
		opening: { isOpen: true, because: null, greeting: null },
		blocklist: [],
		busy: [],
		recordings: { main: null, closed: null },
		hints: () => ["Jane Smith"],
		settings: settingsOf(),
		...changes,
		extensions,
	};
}

export function settingsOf(values: Partial<Office["settings"]> = {}): Office["settings"] {
	const all = { companyName: "Acme Corp", greeting: "We're here to help.", ...values };
	return readSettings(Object.entries(all).map(([key, value]) => ({ key, value })));
}

export function personOf(ext: string, changes: Partial<Extension> = {}): Extension {
	return {
		id: `ext_${ext}`,
		ext,
		kind: "person",
		name: `Person ${ext}`,
		department: "",
		purpose: "",
		forwardTo: `+141555501${ext.slice(1)}`,
		alsoRing: [],
		answerWith: "key",
		members: [],
		ringing: "together",
		ringSeconds: null,
		hours: null,
		greeting: null,
		greetingAudio: null,
		...changes,
	};
}

export function groupOf(
	ext: string,
	members: readonly string[],
	changes: Partial<Extension> = {},
): Extension {
	return personOf(ext, {
		kind: "group",
		name: `Group ${ext}`,
		forwardTo: null,
		members: members.map((one) => `ext_${one}`),
		...changes,
	});
}

export const jane = personOf("101", { name: "Jane Smith", forwardTo: "+14155550151" });
export const ana = personOf("103", { name: "Ana Ruiz", forwardTo: null });
