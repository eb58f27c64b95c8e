import {
	ControlError,
	eventsUrl,
	getAccount,
	getCall,
	listCalls,
	listNumbers,
} from "../control/control-api.ts";
import { findMainLine } from "../domain/phones/find-main-line.ts";
import { formatNumber } from "../domain/phones/format-number.ts";
import { change, draftOf, state } from "../state.ts";
import { offerNumber } from "./dial-field.ts";
import { loadMessages } from "./follow-messages.ts";
import { announcePhones } from "./phones.ts";
import { readClock } from "./set-network.ts";

const reconnectMilliseconds = 1500;
/** Shorter interruptions are not shown. */
const lostAfterMilliseconds = 800;
const fetching = new Set<string>();
const stale = new Set<string>();

export function followNetwork(): void {
	listenToChanges();
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") void loadNetwork();
	});
}

function listenToChanges(): void {
	const events = new EventSource(eventsUrl);
	events.addEventListener("hello", () => void loadNetwork());
	events.addEventListener("change", (event) => void load(event.data));
	events.onerror = () => {
		missLine();
		// EventSource reconnects after a broken connection, but not after an HTTP error.
		if (events.readyState === EventSource.CLOSED) setTimeout(listenToChanges, reconnectMilliseconds);
	};
}

async function loadNetwork(): Promise<void> {
	try {
		const [account, calls] = await Promise.all([getAccount(), listCalls(), readClock()]);
		const numbers = await listNumbers(account);
		const isFirst = state.account === null;
		change((next) => {
			next.account = account;
			next.numbers = numbers;
			next.calls = new Map(calls.items.map((call) => [call.sid, call]));
			next.connection = "open";
		});
		clearTimeout(missing);
		missing = undefined;
		if (isFirst) await welcome();
		void loadMessages();
	} catch (error) {
		if (!(error instanceof ControlError || error instanceof TypeError)) throw error;
		missLine();
		setTimeout(() => void loadNetwork(), reconnectMilliseconds);
	}
}

let missing: ReturnType<typeof setTimeout> | undefined;

function missLine(): void {
	missing ??= setTimeout(() => change((next) => (next.connection = "lost")), lostAfterMilliseconds);
}

async function welcome(): Promise<void> {
	offerMainLine();
	await announcePhones();
}

/** A newcomer only has to press Call. */
function offerMainLine(): void {
	const mainLine = findMainLine(state.numbers);
	const caller = state.phones[0];
	if (!mainLine || !caller) return;
	if (!draftOf(caller.number).dialled) offerNumber(caller.number, formatNumber(mainLine.phoneNumber));
}

/** An event names its call; without one, such as a reset, it concerns all calls. */
async function load(data: string): Promise<void> {
	const { kind, sid } = JSON.parse(data) as { kind?: string; sid?: string };
	if (kind === "message") return void loadMessages();
	if (kind === "clock") return void readClock().catch(() => missLine());
	await (sid?.startsWith("CA") ? loadCall(sid) : loadNetwork());
}

/** Changes during a fetch cause one more fetch. */
async function loadCall(sid: string): Promise<void> {
	if (fetching.has(sid)) {
		stale.add(sid);
		return;
	}
	fetching.add(sid);
	try {
		const call = await getCall(sid);
		change((next) => next.calls.set(sid, call));
	} catch (error) {
		if (error instanceof ControlError && error.status === 404) change((next) => next.calls.delete(sid));
		else if (!(error instanceof ControlError || error instanceof TypeError)) throw error;
	} finally {
		fetching.delete(sid);
	}
	if (stale.delete(sid)) await loadCall(sid);
}
