import type { Session } from "@cloudpbx/contracts/api/session";
import type { WhatIf } from "@cloudpbx/contracts/calls/what-if";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import { openingHours } from "../../api/opening-hours.ts";
import { peek } from "../../api/resource.ts";
import { findSpecialDay, instantOf, type SpecialDay } from "../../domain/what-if-instants.ts";
import { type Move, toRequest } from "../../domain/what-if-moves.ts";
import { currentSession } from "../../session/session.ts";
import { act, forget } from "../../state/actions.ts";
import { createStore } from "../../state/store.ts";
import { formatMoment, isoDay } from "../../words/times.ts";

export type WhenName = "now" | "tonight" | "holiday" | "other";
export type CallerName = "anybody" | "none" | "other";

interface State {
	/** Null: the main line. */
	to: string | null;
	when: WhenName;
	other: string;
	caller: CallerName;
	callerNumber: string;
	faults: Record<string, string>;
	moves: Move[];
	keys: string;
	call: WhatIf | null;
}

const nobodyCalls = { moves: [], keys: "", call: null, faults: {} };

export const whatIf = createStore<State>({
	to: null,
	when: "now",
	other: "",
	caller: "anybody",
	callerNumber: "",
	...nobodyCalls,
});

export const actionName = "what-if";
/** A time when the company is closed and people may still call. */
const eveningTime = "20:00";

export function change(part: Partial<State>): void {
	whatIf.change((state) => Object.assign(state, part));
}

export function hangUp(): void {
	forget(actionName);
	change({ ...nobodyCalls, moves: [] });
}

export async function call(): Promise<void> {
	hangUp();
	await play([]);
}

export async function move(next: Move): Promise<void> {
	await play([...whatIf.state.moves, next]);
}

/** Sends all moves so far: the API stores nothing of a simulated call. */
async function play(moves: Move[]): Promise<void> {
	const { state } = whatIf;
	const to = dialled();
	const faults: Record<string, string> = {};
	// All requests of a call use its first instant.
	const at = state.call && moves.length > 0 ? new Date(state.call.at) : chosenInstant();
	if (!to) faults.to = "There is no number to call.";
	if (!at) faults.other = "Choose a date and a time.";
	if (state.caller === "other" && !/^\+?[\d\s().-]{7,20}$/.test(state.callerNumber)) {
		faults.callerNumber = "Type a whole number, such as +14155550199.";
	}
	if (!to || !at || Object.keys(faults).length > 0) return change({ faults });
	const from = callerOf(state);
	await act(actionName, async () => {
		const json = {
			to,
			at: at.toISOString(),
			...(from !== undefined && { from }),
			...toRequest(moves),
		};
		const played = await ask(() => api["what-if"].$post({ json }));
		change({ call: played, moves, keys: "", faults: {} });
	});
}

/** Undefined: any caller. */
function callerOf({ caller, callerNumber }: State): string | null | undefined {
	if (caller === "anybody") return undefined;
	if (caller === "none") return null;
	const digits = callerNumber.replace(/\D/g, "");
	return callerNumber.trim().startsWith("+") ? `+${digits}` : `+1${digits.replace(/^1(?=\d{10}$)/, "")}`;
}

/** Numbers that lead to the menu come first. */
export function ownNumbers(): Session["numbers"] {
	const numbers = currentSession()?.numbers ?? [];
	const isOwn = ({ extension }: (typeof numbers)[number]) => extension !== null;
	return [...numbers.filter((one) => !isOwn(one)), ...numbers.filter(isOwn)];
}

export function dialled(): string | undefined {
	return whatIf.state.to ?? ownNumbers()[0]?.number;
}

export function specialDay(): SpecialDay {
	const hours = peek(openingHours) ?? { holidays: { country: null, names: [] }, exceptions: [] };
	return findSpecialDay(hours, isoDay(Date.now(), timeZone()));
}

export function nextEvening(): { at: Date | null; isToday: boolean } {
	const now = Date.now();
	const today = instantOf(`${isoDay(now, timeZone())}T${eveningTime}`, timeZone());
	if (today && today.getTime() > now) return { at: today, isToday: true };
	const tomorrow = isoDay(now + 24 * 60 * 60 * 1000, timeZone());
	return { at: instantOf(`${tomorrow}T${eveningTime}`, timeZone()), isToday: false };
}

function chosenInstant(): Date | null {
	const { when, other } = whatIf.state;
	if (when === "now") return new Date();
	if (when === "tonight") return nextEvening().at;
	return instantOf(when === "holiday" ? `${specialDay().date}T12:00` : other, timeZone());
}

export function formatInstant(at: string): string {
	return formatMoment(at, timeZone());
}

function timeZone(): string {
	return currentSession()?.timeZone ?? "UTC";
}
