/** Where in a call the receptionist is. */
export interface ReceptionistPlace {
	attempt: number;
	turn: number;
	silences: number;
	/** What the caller has been spoken with so far, ISO 639-1; absent before the first word. It is in the turns, not in the path. */
	language?: string;
	/** What the caller wanted, in a few words; absent when it was not said in words. It is in the turns as well. */
	wish?: string;
}

/** Whether the number that a rung telephone shows is the caller's; a withheld one's telephone shows ours. */
export type CallerMark = "known" | "withheld";

/** A greeting that was recorded in this call, and how often something was tried with it. */
export interface GreetingTake {
	take: number;
	recording: string;
	attempt: number;
}

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
	receptionistUnanswered: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/choice`,
	/** What whoever picks up a telephone of `member` hears. The words travel along, so that nothing is looked up. */
	screen: (ext: string, member: string, caller: CallerMark, { name, wish }: LegLabel) =>
		`/ivr/screen/${ext}/${member}/${caller}/${packWords(name)}${wish === null ? "" : `/${packWords(wish)}`}`,
	screenKey: (ext: string, member: string) => `/ivr/screen/${ext}/${member}/key`,
	/** For a telephone that takes calls without a key. */
	pickedUp: (ext: string, member: string) => `/ivr/screen/${ext}/${member}/taken`,
	/** What whoever picks up a telephone of their own hears, for a call that they asked for. */
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
	/** After the number that rings while the company is closed. */
	closedNumberResult: "/ivr/closed/result",
	fallbackRecorded: "/ivr/fallback/recorded",
	/** After ringing; `member` is who rang when others of the group come next, `place` where the receptionist sent the caller from. */
	ringResult: (ext: string, member: string | null = null, place?: ReceptionistPlace) =>
		`/ivr${place ? `/receptionist/${place.attempt}/${place.turn}` : ""}/extension/${ext}${member === null ? "" : `/member/${member}`}/result`,
	/** `box` is an extension or the company's own; `language` what the caller hears and speaks. */
	voicemailFinished: (box: string, language: string) =>
		language === "en" ? `/ivr/voicemail/${box}/finished` : `/ivr/voicemail/${box}/${language}/finished`,
	voicemailRecorded: (box: string) => `/ivr/voicemail/${box}/recorded`,
	voicemailTranscribed: (box: string) => `/ivr/voicemail/${box}/transcribed`,
	/** Somebody calls the own extension from one of its telephones, and may record the greeting. */
	ownGreeting: (ext: string) => `/ivr/own/${ext}`,
	greetingPin: (ext: string, attempt: number) => `/ivr/own/${ext}/pin/${attempt}`,
	/** `take` is how often a greeting was recorded in the call, from 1. */
	greetingRecorded: (ext: string, take: number) => `/ivr/own/${ext}/take/${take}`,
	/** `recording` is the carrier's id; `attempt` is how often it was asked for. */
	greetingAwaited: (ext: string, { take, recording, attempt }: GreetingTake) =>
		`/ivr/own/${ext}/take/${take}/${recording}/wait/${attempt}`,
	/** `attempt` is how often the caller was asked whether to keep it. */
	greetingDecided: (ext: string, { take, recording, attempt }: GreetingTake) =>
		`/ivr/own/${ext}/take/${take}/${recording}/keep/${attempt}`,
};

/** Where a call goes on after a step that asks or rings. */
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

/** What one of these paths says; null for those that no caller waits for. */
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

/** The box for messages to nobody in particular. */
export const companyBox = "company";

/** What whoever picks up is told: for whom the call is, and what the caller said that it is about. */
export interface LegLabel {
	name: string;
	wish: string | null;
}

/** Words as a path takes them, whatever alphabet they are in. */
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
