import type { CallView } from "../control/call-view.ts";
import { ControlError, leaseClock } from "../control/control-api.ts";
import { isLive } from "../domain/phones/derive-phone.ts";
import { change, onChange, state } from "../state.ts";
import { attempt } from "./attempt.ts";

/** As slow as the network's clock goes: five seconds of patience last more than eight minutes. */
const heldSpeed = 0.01;
/** Twilio transcribes two minutes at most; whoever needs longer has walked away. */
const holdMsMax = 120_000;
/** For so long the network waits for a page that died; a busy one may miss two renewals. */
const leaseSeconds = 10;
const renewMilliseconds = 3000;

/** Each open page has a lease of its own. */
const holder = `page ${Math.random().toString(36).slice(2)}`;
let limit: ReturnType<typeof setTimeout> | undefined;
let renewal: ReturnType<typeof setInterval> | undefined;
let work: Promise<void> = Promise.resolve();

/**
 * Lets time stand still while somebody types or records: a line takes a few seconds of silence for the end, and
 * nobody types that fast. It ends with the wait it was made for.
 */
export function holdLine(call: CallView): void {
	if (state.held || !call.waitingFor) return;
	const { since } = call.waitingFor;
	change((next) => {
		next.held = { sid: call.sid, since };
	});
	limit = setTimeout(() => void releaseLine(), holdMsMax);
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

/** Releases a line whose wait is over, and with the page whatever it holds. */
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

/** A clock that somebody has set meanwhile is no longer ours. A network that does not answer may do so next time. */
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
