import type { ConsentKind } from "@cloudpbx/contracts/texts/opt-outs";
import type { ConsentSource } from "@cloudpbx/contracts/words/consent-sources";
import { consentSourceWords } from "../../../words/statuses.ts";

interface Told {
	kind?: ConsentKind;
	source: ConsentSource;
	words: string | null;
	reason: string | null;
	by: string | null;
}

/** "Texted a keyword: “STOP”". */
export function describeSource({ words, reason, ...told }: Told): string {
	const source = nameSource(told);
	if (words) return `${source}: “${words}”`;
	return reason ? `${source}: ${reason}` : source;
}

function nameSource({ kind, source, by }: Pick<Told, "kind" | "source" | "by">): string {
	if (source === "person") return `${kind === "opt_in" ? "Lifted" : "Added"} by ${by ?? "a person"}`;
	return by === null ? consentSourceWords[source] : `${consentSourceWords[source]} by ${by}`;
}

export const consentKindWords: Record<ConsentKind, string> = {
	opt_out: "Opted out",
	opt_in: "May be texted again",
};
