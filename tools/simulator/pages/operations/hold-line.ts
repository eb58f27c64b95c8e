import type { CallView } from "../control/call-view.ts";
import { ControlError, leaseClock } from "../control/control-api.ts";
import { isLive } from "../domain/phones/derive-phone.ts";
import { change, onChange, state } from "../state.ts";
import { attempt } from "./attempt.ts";

/** Five seconds of patience then last more than eight minutes. */
const heldSpeed = 0.01;
/** Twilio transcribes at most two minutes. */
const holdMillisecondsMax = 120_000;
/** The network releases the clock this long after the last renewal; two renewals may be missed. */
const leaseSeconds = 10;
const renewMilliseconds = 3000;

const holder = `page ${Math.random().toString(36).slice(2)}`;
let limit: ReturnType<typeof setTimeout> | undefined;
let renewal: ReturnType<typeof setInterval> | undefined;
let work: Promise<void> = Promise.resolve();

/**
 * Slows the network's clock while somebody types or records, because a line takes a few seconds of silence for the
 * end. Ends with the wait it was made for.
 */
export function holdLine(call: CallView): void {
	if (state.held || !call.waitingFor) return;
	const { since } = call.waitingFor;
	change((next) => {
		next.held = { sid: call.sid, since };
	});
	limit = setTimeout(() => void releaseLine(), holdMillisecondsMax);
	renewal = setInterval(() => void inOrder(renewLease), renewMilliseconds);
	void inOrder(async () => {
		if (state.held) await leaseClock({ holder, speed: heldSpeed, forSeconds: leaseSeconds });
	});
}

export function releaseLine(): Promise<void> {
	if (!state.held) return work;
	letGo();
	return inOrder(async () => void (await leaseClock({ holder, forSeconds: 0 })));
}

/** Releases the clock when the wait is over or the page is left. */
export function watchHeldLine(): void {
	onChange(() => {
		const { held } = state;
		const call = held && state.calls.get(held.sid);
		if (held && !(call && isLive(call) && call.waitingFor?.since === held.since)) void releaseLine();
	});
	addEventListener("pagehide", () => {
		if (state.held) void leaseClock({ holder, forSeconds: 0 }, { keepalive: true });
	});
}

/** A clock that somebody else set is no longer held. Without an answer the next renewal tries again. */
async function renewLease(): Promise<void> {
	if (!state.held) return;
	try {
		await leaseClock({ holder, forSeconds: leaseSeconds });
	} catch (error) {
		if (error instanceof ControlError) letGo();
		else if (!(error instanceof TypeError)) throw error;
	}
}

function letGo(): void {
	clearTimeout(limit);
	clearInterval(renewal);
	change((next) => {
		next.held = null;
	});
}

function inOrder(run: () => Promise<void>): Promise<void> {
	work = work.then(() => attempt(run));
	return work;
}
