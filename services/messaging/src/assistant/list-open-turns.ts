import { readConsentWords } from "@cloudpbx/domain/opt-out/read-consent-words";

interface Turn {
	by: "contact" | "company";
	text: string;
}

/** The turns for a model, without opt-outs and, if a question followed, without all turns before a START. */
export function listOpenTurns<Read extends Turn>(turns: readonly Read[]): Read[] {
	const since = turns.findLastIndex((turn) => kindOf(turn) === "opt_in");
	const open = [turns.slice(since + 1), turns].map((some) =>
		some.filter((turn) => kindOf(turn) !== "opt_out"),
	);
	return open.find((some) => some.at(-1)?.by === "contact") ?? [...turns];
}

/** Reads words as on a toll-free number, where YES is an ordinary answer. */
function kindOf({ by, text }: Turn): string {
	return by === "company" ? "ours" : readConsentWords(text, "toll_free").kind;
}
