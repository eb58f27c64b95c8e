/** Where in a call the receptionist is. */
export interface ReceptionistPlace {
	attempt: number;
	turn: number;
	silences: number;
	/** What the caller has been spoken with so far, ISO 639-1; absent before the first word. It is in the turns, not in the path. */
	language?: string;
}

/** Whether the number that a rung telephone shows is the caller's; a withheld one's telephone shows ours. */
export type CallerMark = "known" | "withheld";

/** Addresses of our own webhooks. All state of a call that they need travels in them, never in a query string. */
export const callPaths = {
	menuChoice: (attempt: number) => `/ivr/menu/${attempt}`,
	/** More keys for a choice of which these were pressed. */
	menuMoreKeys: (attempt: number, typed: string) => `/ivr/menu/${attempt}/keys/${typed}`,
	/** `attempt` is that of the menu, `turn` the answer it waits for (from 1), `silences` how many came in a row. */
	receptionist: ({ attempt, turn, silences }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}`,
	receptionistMoreKeys: ({ attempt, turn, silences }: ReceptionistPlace, typed: string) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}/keys/${typed}`,
	receptionistRingResult: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/result`,
	receptionistUnanswered: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/choice`,
	/** What whoever picks up an extension's telephone hears. The name travels along, so that nothing is looked up. */
	screen: (ext: string, caller: CallerMark, name: string) => `/ivr/screen/${ext}/${caller}/${packName(name)}`,
	screenKey: (ext: string) => `/ivr/screen/${ext}/key`,
	fallbackScreen: (caller: CallerMark) => `/ivr/fallback/screen/${caller}`,
	fallbackScreenKey: "/ivr/fallback/screen/key",
	fallbackResult: "/ivr/fallback/result",
	fallbackRecorded: "/ivr/fallback/recorded",
	ringResult: (ext: string) => `/ivr/extension/${ext}/result`,
	/** `box` is an extension or the company's own; `language` what the caller hears and speaks. */
	voicemailFinished: (box: string, language: string) =>
		language === "en" ? `/ivr/voicemail/${box}/finished` : `/ivr/voicemail/${box}/${language}/finished`,
	voicemailRecorded: (box: string) => `/ivr/voicemail/${box}/recorded`,
	voicemailTranscribed: (box: string) => `/ivr/voicemail/${box}/transcribed`,
};

/** The box for messages to nobody in particular. */
export const companyBox = "company";

/** A name as a path takes it, whatever alphabet it is in. */
function packName(name: string): string {
	const bytes = String.fromCharCode(...new TextEncoder().encode(name));
	return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Null for what `packName` did not write. */
export function unpackName(packed: string): string | null {
	try {
		const bytes = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
		const name = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
			Uint8Array.from(bytes, (one) => one.charCodeAt(0)),
		);
		return name || null;
	} catch {
		return null;
	}
}
