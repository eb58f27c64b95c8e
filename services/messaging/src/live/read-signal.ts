import { PresenceSignal } from "@cloudpbx/contracts/news/live";

const signalBytesMax = 1024;
/** More than `signalsMax` signals in this period come from a broken or hostile browser. */
const periodMilliseconds = 10_000;
const signalsMax = 50;

export type ReadSignal = { kind: "signal"; signal: PresenceSignal } | { kind: "nothing" | "too_big" };

/** An unknown message is ignored: the browser may have newer code. */
export function readSignal(message: string | ArrayBuffer): ReadSignal {
	const bytes = typeof message === "string" ? new TextEncoder().encode(message).length : message.byteLength;
	if (bytes > signalBytesMax) return { kind: "too_big" };
	if (typeof message !== "string") return { kind: "nothing" };
	const { success, data } = PresenceSignal.safeParse(parseJson(message));
	return success ? { kind: "signal", signal: data } : { kind: "nothing" };
}

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
