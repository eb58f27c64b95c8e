import type { ConsentEvent, OptOut } from "@cloudpbx/contracts/opt-outs";
import { consentSourceWords } from "../../../words/statuses.ts";

/** How the company learnt of it, in whose words: "Texted a keyword: “STOP”". */
export function writeSource(one: Pick<OptOut, "source" | "words" | "reason" | "addedBy">): string {
	const source =
		one.addedBy === null
			? consentSourceWords[one.source]
			: `${consentSourceWords[one.source]}, ${one.addedBy}`;
	if (one.words) return `${source}: “${one.words}”`;
	return one.reason ? `${source}: ${one.reason}` : source;
}

export const consentKindWords: Record<ConsentEvent["kind"], string> = {
	opt_out: "Opted out",
	opt_in: "May be texted again",
};
