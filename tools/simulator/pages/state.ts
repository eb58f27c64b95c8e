import type { AccountView, CallView, CompanyNumber, OnCall } from "./control/call-view.ts";
import type { MessageView, OnMessage, WholeMessageView } from "./control/message-view.ts";

export interface Phone {
	number: string;
	name: string;
	onCall: OnCall;
	answerAfterSeconds: number;
	/** Missing in older storage. */
	onMessage?: OnMessage;
	errorCode?: number | null;
}

export interface Draft {
	tab: "phone" | "messages";
	/** The number of the open thread; null: the list. */
	thread: string | null;
	recipient: string;
	texts: Map<string, TextDraft>;
	dialled: string;
	/** Filled by the page: the first key replaces it. */
	isOffered: boolean;
	redial: string;
	words: string;
	dismissedSid: string | null;
	message: { source: "microphone" | "tone"; seconds: number; transcript: string; showsKeypad: boolean };
}

export interface TextDraft {
	text: string;
	picture: { name: string; address: string; preview: string } | null;
}

export interface State {
	connection: "connecting" | "open" | "lost";
	account: AccountView | null;
	numbers: CompanyNumber[];
	calls: Map<string, CallView>;
	/** Oldest first. */
	messages: Map<string, MessageView[]>;
	/** Texts seen, by phone and other number. */
	seen: Map<string, number>;
	pictures: Map<string, string>;
	phones: Phone[];
	drafts: Map<string, Draft>;
	recordings: Map<string, string>;
	/** The first call of the shown group; null: the newest. */
	selectedSid: string | null;
	shownText: WholeMessageView | null;
	/** The phone that keyboard keys press. */
	focusedNumber: string | null;
	editedNumber: string | null;
	speed: number;
	/** The network's clock at `readAt`, an instant of this machine. */
	clock: { networkSeconds: number; speed: number; readAt: number };
	held: { sid: string; since: string } | null;
	speaks: boolean;
	notice: Notice | null;
}

export interface Notice {
	text: string;
	action: { label: string; run: () => void } | null;
}

export const state: State = {
	connection: "connecting",
	account: null,
	numbers: [],
	calls: new Map(),
	messages: new Map(),
	seen: new Map(),
	pictures: new Map(),
	phones: [],
	drafts: new Map(),
	recordings: new Map(),
	selectedSid: null,
	shownText: null,
	focusedNumber: null,
	editedNumber: null,
	speed: 1,
	clock: { networkSeconds: 0, speed: 1, readAt: Date.now() },
	held: null,
	speaks: false,
	notice: null,
};

const listeners: (() => void)[] = [];
let isScheduled = false;

/** Redraws once, after the current turn. */
export function change(apply: (state: State) => void): void {
	apply(state);
	if (isScheduled) return;
	isScheduled = true;
	queueMicrotask(() => {
		isScheduled = false;
		for (const listener of listeners) listener();
	});
}

export function onChange(listener: () => void): void {
	listeners.push(listener);
}

export function draftOf(number: string): Draft {
	const known = state.drafts.get(number);
	if (known) return known;
	const draft: Draft = {
		tab: "phone",
		thread: null,
		recipient: "",
		texts: new Map(),
		dialled: "",
		isOffered: false,
		redial: "",
		words: "",
		dismissedSid: null,
		message: { source: "microphone", seconds: 8, transcript: "", showsKeypad: false },
	};
	state.drafts.set(number, draft);
	return draft;
}

/** Kept while other threads are open. */
export function textDraftOf(number: string, party: string): TextDraft {
	const { texts } = draftOf(number);
	const known = texts.get(party);
	if (known) return known;
	const draft: TextDraft = { text: "", picture: null };
	texts.set(party, draft);
	return draft;
}
