import type { LineGreeting } from "@cloudpbx/contracts/calls/line-greetings";
import type { BlockItem } from "@cloudpbx/contracts/office/blocklist";
import type { Hours } from "@cloudpbx/contracts/office/hours";
import type { OfficeExtension } from "@cloudpbx/contracts/office/office";
import type { Settings } from "@cloudpbx/contracts/office/settings";
import type { decideOpenNow } from "@cloudpbx/domain/hours/decide-opening";

export type OpenNow = ReturnType<typeof decideOpenNow>;

export type Extension = OfficeExtension;

export interface Office {
	version: number;
	at: Date;
	settings: Settings;
	extensions: readonly Extension[];
	hours: Hours;
	/** The company's, at `at`. */
	opening: OpenNow;
	/** R2 keys; null: the text is said. */
	recordings: Readonly<Record<LineGreeting, string | null>>;
	blocklist: readonly BlockItem[];
	/** By our number: the three keys it leads to, or null for the menu. */
	lines: Readonly<Record<string, string | null>>;
	busy: readonly string[];
	/** Names for speech recognition; collected only when a caller may speak. */
	hints: () => readonly string[];
}

export function findExtension(
	{ extensions }: Pick<Office, "extensions">,
	ext: string | null,
): Extension | null {
	return extensions.find((one) => one.ext === ext) ?? null;
}

/** Null: the company's menu, also for a number that we do not know. */
export function findDialled(office: Office, number: string): Extension | null {
	return findExtension(office, Object.hasOwn(office.lines, number) ? (office.lines[number] ?? null) : null);
}

/** An extension that was deactivated while it rang still takes a message, which keeps its three keys. */
export function findExtensionOrRetired(office: Office, ext: string): Extension {
	return findExtension(office, ext) ?? retired(ext);
}

function retired(ext: string): Extension {
	return {
		id: "",
		ext,
		kind: "person",
		name: "The person you called",
		department: "",
		purpose: "",
		forwardTo: null,
		alsoRing: [],
		answerWith: "key",
		members: [],
		ringing: "together",
		ringSeconds: null,
		hours: null,
		greeting: null,
		greetingAudio: null,
	};
}
