import { PresenceSignal } from "@cloudpbx/contracts/live";

/** Longest message that a browser may send, in bytes. */
const signalBytesMax = 1024;
/** A browser that says more within one period is broken, or wants to break something. */
const periodMilliseconds = 10_000;
const signalsMax = 50;

export type ReadSignal = { kind: "signal"; signal: PresenceSignal } | { kind: "nothing" | "too_big" };

/** What a browser says of its person. What is not understood means nothing: it may be younger than this code. */
export function readSignal(message: string | ArrayBuffer): ReadSignal {
	const bytes = typeof message === "string" ? new TextEncoder().encode(message).length : message.byteLength;
	if (bytes > signalBytesMax) return { kind: "too_big" };
	if (typeof message !== "string") return { kind: "nothing" };
	const { success, data } = PresenceSignal.safeParse(parseJson(message));
	return success ? { kind: "signal", signal: data } : { kind: "nothing" };
}

/** The count with one more signal in it; null when that is one too many. */
export function countSignal(
	{ since, count }: { since: number; count: number },
	now: number,
): { since: number; count: number } | null {
	if (now - since >= periodMilliseconds) return { since: now, count: 1 };
	return count < signalsMax ? { since, count: count + 1 } : null;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
