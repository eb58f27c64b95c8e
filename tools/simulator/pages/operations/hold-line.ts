import type { CallView } from "../control/call-view.ts";
import { getClock, setClock } from "../control/control-api.ts";
import { isLive } from "../domain/derive-phone.ts";
import { change, onChange, state } from "../state.ts";
import { attempt } from "./attempt.ts";

/** As slow as the network's clock goes: five seconds of patience last more than eight minutes. */
const HELD_SPEED = 0.01;
/** Twilio transcribes two minutes at most; whoever needs longer has walked away. */
const HOLD_MS_MAX = 120_000;

let usualSpeed = 1;
let limit: ReturnType<typeof setTimeout> | undefined;
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
	limit = setTimeout(() => void releaseLine(), HOLD_MS_MAX);
	inOrder(async () => {
		const { speed } = await getClock();
		usualSpeed = Math.max(1, speed);
		if (state.held) await setClock({ speed: HELD_SPEED });
	});
}

export function releaseLine(): Promise<void> {
	if (!state.held) return work;
	clearTimeout(limit);
	change((next) => {
		next.held = null;
	});
	return inOrder(async () => void (await setClock({ speed: usualSpeed })));
}

/** Releases a line whose wait is over, and a clock that a closed page left behind. */
export function watchHeldLine(): void {
	onChange(() => {
		const { held } = state;
		const call = held && state.calls.get(held.sid);
		if (held && !(call && isLive(call) && call.waitingFor?.since === held.since)) void releaseLine();
	});
	addEventListener("pagehide", () => {
		if (state.held) void setClock({ speed: usualSpeed }, { keepalive: true });
	});
}

function inOrder(run: () => Promise<void>): Promise<void> {
	work = work.then(() => attempt(run));
	return work;
}
