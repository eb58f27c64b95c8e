import type { AccountView, CallView, CompanyNumber, OnCall } from "./control/call-view.ts";
import type { MessageView, OnMessage, WholeMessageView } from "./control/message-view.ts";

/** A phone on the page: what is saved of it in this browser. */
export interface Phone {
	number: string;
	name: string;
	onCall: OnCall;
	answerAfterSeconds: number;
	/** Missing in what older pages have saved. */
	onMessage?: OnMessage;
	errorCode?: number | null;
}

/** What a phone's owner is about to do; lives as long as the page. */
export interface Draft {
	tab: "phone" | "messages";
	/** The number whose texts are open; null for the list of threads. */
	thread: string | null;
	/** The number to which a new conversation is to go. */
	recipient: string;
	/** What is being written to each number. */
	texts: Map<string, TextDraft>;
	dialled: string;
	/** Whether the number in the field was put there by the page: the first key begins a new one. */
	isOffered: boolean;
	/** The number called last. */
	redial: string;
	words: string;
	/** The ended call that the owner has put away. */
	dismissedSid: string | null;
	message: { source: "microphone" | "tone"; seconds: number; transcript: string; showsKeypad: boolean };
}

export interface TextDraft {
	text: string;
	/** A picture that is to be sent along, as a data: address, and how the page shows it. */
	picture: { name: string; address: string; preview: string } | null;
}

export interface State {
	connection: "connecting" | "open" | "lost";
	account: AccountView | null;
	numbers: CompanyNumber[];
	calls: Map<string, CallView>;
	/** The texts of each phone on the page, oldest first. */
	messages: Map<string, MessageView[]>;
	/** How many of the texts that came to a phone from a number were looked at, by both numbers. */
	seen: Map<string, number>;
	/** Addresses of the pictures that came with texts, by their sid. */
	pictures: Map<string, string>;
	phones: Phone[];
	drafts: Map<string, Draft>;
	/** Addresses of the recordings that were fetched to be played, by their sid. */
	recordings: Map<string, string>;
	/** The first call of the group that the timeline shows; null follows the newest. */
	selectedSid: string | null;
	/** The text that the timeline shows instead of a call. */
	shownText: WholeMessageView | null;
	/** The phone that keys on the keyboard press. */
	focusedNumber: string | null;
	/** The phone whose settings are open. */
	editedNumber: string | null;
	speed: number;
	/** The network's clock as it was when it was last read, at `readAt` by this machine's. */
	clock: { networkSeconds: number; speed: number; readAt: number };
	/** The wait for which the network's clock is held. */
	held: { sid: string; since: string } | null;
	speaks: boolean;
	notice: Notice | null;
}

/** Words that go away by themselves, with one thing that can be done about them. */
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

/** Changes the state; whatever shows it is told once, after the current turn. */
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
