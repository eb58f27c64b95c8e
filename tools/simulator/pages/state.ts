import type { AccountView, CallView, CompanyNumber, OnCall } from "./control/call-view.ts";

/** A phone on the page: what is saved of it in this browser. */
export interface Phone {
	number: string;
	name: string;
	onCall: OnCall;
	answerAfterSeconds: number;
}

/** What a phone's owner is about to do; lives as long as the page. */
export interface Draft {
	dialled: string;
	words: string;
	/** The ended call that the owner has put away. */
	dismissedSid: string | null;
	message: { source: "microphone" | "tone"; seconds: number; transcript: string; showsKeypad: boolean };
}

export interface State {
	connection: "connecting" | "open" | "lost";
	account: AccountView | null;
	numbers: CompanyNumber[];
	calls: Map<string, CallView>;
	phones: Phone[];
	drafts: Map<string, Draft>;
	/** Addresses of the recordings that were fetched to be played, by their sid. */
	recordings: Map<string, string>;
	/** The first call of the group that the timeline shows; null follows the newest. */
	selectedSid: string | null;
	/** The phone that keys on the keyboard press. */
	focusedNumber: string | null;
	/** The phone whose settings are open. */
	editedNumber: string | null;
	speed: number;
	/** The wait for which the network's clock is held. */
	held: { sid: string; since: string } | null;
	speaks: boolean;
	notice: string | null;
}

export const state: State = {
	connection: "connecting",
	account: null,
	numbers: [],
	calls: new Map(),
	phones: [],
	drafts: new Map(),
	recordings: new Map(),
	selectedSid: null,
	focusedNumber: null,
	editedNumber: null,
	speed: 1,
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
		dialled: "",
		words: "",
		dismissedSid: null,
		message: { source: "microphone", seconds: 8, transcript: "", showsKeypad: false },
	};
	state.drafts.set(number, draft);
	return draft;
}
