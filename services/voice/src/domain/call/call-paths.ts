export interface ReceptionistPlace {
	attempt: number;
	turn: number;
	silences: number;
	/** ISO 639-1; absent before the first word. Stored with the turns, not in the path. */
	language?: string;
	/** The caller's wish in a few words; absent without words. Stored with the turns, not in the path. */
	wish?: string;
}

/** A withheld caller's call shows our number on the rung telephone. */
export type CallerMark = "known" | "withheld";

export interface GreetingTake {
	take: number;
	recording: string;
	attempt: number;
}

/** Paths of our webhooks hold all state of a call. A query string would not do: Twilio does not keep its order. */
export const callPaths = {
	menuChoice: (attempt: number) => `/ivr/menu/${attempt}`,
	menuMoreKeys: (attempt: number, typed: string) => `/ivr/menu/${attempt}/keys/${typed}`,
	/** `turn` is the answer it waits for (from 1), `silences` how many came in a row. */
	receptionist: ({ attempt, turn, silences }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}`,
	receptionistMoreKeys: ({ attempt, turn, silences }: ReceptionistPlace, typed: string) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}/keys/${typed}`,
	receptionistUnanswered: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/choice`,
	screen: (ext: string, member: string, caller: CallerMark, { name, wish }: LegLabel) =>
		`/ivr/screen/${ext}/${member}/${caller}/${packWords(name)}${wish === null ? "" : `/${packWords(wish)}`}`,
	screenKey: (ext: string, member: string) => `/ivr/screen/${ext}/${member}/key`,
	pickedUp: (ext: string, member: string) => `/ivr/screen/${ext}/${member}/taken`,
	callOutScreen: ({ callId, position }: { callId: string; position: number }, label: string) =>
		`/ivr/out/${callId}/${position}/screen/${packWords(label)}`,
	callOut: (
		{ callId, position }: { callId: string; position: number },
		moment: "key" | "answered" | "result" | "status",
	) => `/ivr/out/${callId}/${position}/${moment}`,
	fallback: "/ivr/fallback",
	fallbackScreen: (caller: CallerMark) => `/ivr/fallback/screen/${caller}`,
	fallbackScreenKey: "/ivr/fallback/screen/key",
	fallbackResult: "/ivr/fallback/result",
	closedNumberResult: "/ivr/closed/result",
	fallbackRecorded: "/ivr/fallback/recorded",
	/** `member` rang when others of the group come next; `place` is where the receptionist sent the caller from. */
	ringResult: (ext: string, member: string | null = null, place?: ReceptionistPlace) =>
		`/ivr${place ? `/receptionist/${place.attempt}/${place.turn}` : ""}/extension/${ext}${member === null ? "" : `/member/${member}`}/result`,
	/** `box` is an extension or the company's own; `language` is the caller's. */
	voicemailFinished: (box: string, language: string) =>
		language === "en" ? `/ivr/voicemail/${box}/finished` : `/ivr/voicemail/${box}/${language}/finished`,
	voicemailRecorded: (box: string) => `/ivr/voicemail/${box}/recorded`,
	voicemailTranscribed: (box: string) => `/ivr/voicemail/${box}/transcribed`,
	ownGreeting: (ext: string) => `/ivr/own/${ext}`,
	greetingPin: (ext: string, attempt: number) => `/ivr/own/${ext}/pin/${attempt}`,
	/** `take` counts the recordings of the call, from 1. */
	greetingRecorded: (ext: string, take: number) => `/ivr/own/${ext}/take/${take}`,
	/** `recording` is the carrier's id; `attempt` counts the tries to fetch it. */
	greetingAwaited: (ext: string, { take, recording, attempt }: GreetingTake) =>
		`/ivr/own/${ext}/take/${take}/${recording}/wait/${attempt}`,
	/** `attempt` counts the questions whether to keep it. */
	greetingDecided: (ext: string, { take, recording, attempt }: GreetingTake) =>
		`/ivr/own/${ext}/take/${take}/${recording}/keep/${attempt}`,
};

export type Moment =
	| { kind: "menu"; attempt: number; typed: string }
	| { kind: "receptionist"; place: ReceptionistPlace; typed: string }
	| { kind: "rang"; ext: string; member: string | null; place: ReceptionistPlace | null }
	| { kind: "unanswered"; ext: string; place: ReceptionistPlace }
	| { kind: "own_greeting"; ext: string }
	| { kind: "greeting_pin" }
	| { kind: "closed_number_rang" };

const menuPath = /^\/ivr\/menu\/(\d+)(?:\/keys\/(\d+))?$/;
const receptionistPath = /^\/ivr\/receptionist\/(\d+)\/(\d+)\/(\d)(?:\/keys\/(\d+))?$/;
const ownPath = /^\/ivr\/own\/(\d+)(\/pin\/\d+)?$/;
const rangPath =
	/^\/ivr(?:\/receptionist\/(\d+)\/(\d+))?\/extension\/(\d+)(?:\/member\/(\d+))?\/(result|choice)$/;

/** Null for paths that no caller waits for. */
export function readMoment(path: string): Moment | null {
	if (path === callPaths.closedNumberResult) return { kind: "closed_number_rang" };
	const own = ownPath.exec(path);
	if (own)
		return own[2] === undefined ? { kind: "own_greeting", ext: own[1] ?? "" } : { kind: "greeting_pin" };
	const menu = menuPath.exec(path);
	if (menu) return { kind: "menu", attempt: Number(menu[1]), typed: menu[2] ?? "" };
	const turn = receptionistPath.exec(path);
	if (turn) {
		const place = { attempt: Number(turn[1]), turn: Number(turn[2]), silences: Number(turn[3]) };
		return { kind: "receptionist", place, typed: turn[4] ?? "" };
	}
	const [found, attempt, number, ext = "", member = null, ended] = rangPath.exec(path) ?? [];
	if (!found) return null;
	const place = attempt ? { attempt: Number(attempt), turn: Number(number), silences: 0 } : null;
	return ended === "choice" && place
		? { kind: "unanswered", ext, place }
		: { kind: "rang", ext, member, place };
}

export const companyBox = "company";

export interface LegLabel {
	name: string;
	wish: string | null;
}

function packWords(words: string): string {
	const bytes = String.fromCharCode(...new TextEncoder().encode(words));
	return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Null for what `packWords` did not write. */
export function unpackWords(packed: string): string | null {
	try {
		const bytes = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
		const words = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
			Uint8Array.from(bytes, (one) => one.charCodeAt(0)),
		);
		return words || null;
	} catch {
		return null;
	}
}
