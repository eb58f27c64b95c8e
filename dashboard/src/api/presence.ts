import type { PresenceFrame, PresenceSignal } from "@cloudpbx/contracts/news/live";
import { createStore } from "../state/store.ts";

/** Colleagues who look at a conversation or write in it, by person and conversation. */
const store = createStore<{ others: ReadonlyMap<string, PresenceFrame> }>({ others: new Map() });
let mine: PresenceSignal | null = null;
let tell: ((signal: PresenceSignal) => void) | null = null;

export function othersIn(conversationId: string): PresenceFrame[] {
	return [...store.state.others.values()].filter((one) => one.conversationId === conversationId);
}

export function receivePresence(frame: PresenceFrame): void {
	const others = new Map(store.state.others);
	const key = `${frame.person.id} ${frame.conversationId}`;
	if (frame.state === "away") others.delete(key);
	else others.set(key, frame);
	store.change((state) => (state.others = others));
}

/** Without a connection nothing is known of the others. */
export function forgetPresence(): void {
	if (store.state.others.size > 0) store.change((state) => (state.others = new Map()));
}

export function sendPresence(signal: PresenceSignal): void {
	mine = signal.kind === "away" ? null : signal;
	tell?.(signal);
}

export function connectPresence(way: (signal: PresenceSignal) => void): void {
	tell = way;
}

export function resendPresence(): void {
	if (mine) tell?.(mine);
}
