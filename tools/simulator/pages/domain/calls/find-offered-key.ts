import type { CallView } from "../../control/call-view.ts";
import { capitalise } from "../capitalise.ts";

/** A key that a voice on the line asks for: "1", "Take the call". */
export interface OfferedKey {
	key: string;
	label: string;
}

/** Null when nothing waits for such a key. */
export function findOfferedKey({
	waitingFor,
	heard,
}: Pick<CallView, "waitingFor" | "heard">): OfferedKey | null {
	if (!waitingFor?.kind.includes("digits")) return null;
	const [, key, words] = heard.at(-1)?.match(/\bpress ([0-9*#]) to (take the call)\b/i) ?? [];
	if (!key || !words) return null;
	return { key, label: capitalise(words) };
}
