import { readConsentWords } from "@cloudpbx/domain/opt-out/read-consent-words";

interface Turn {
	by: "contact" | "company";
	text: string;
}

/**
 * The turns that a model reads. What the rules have settled as an opt-out is left out, and so is all that came
 * before a START if something was asked since: an old wish must not opt the contact out again.
 */
export function listOpenTurns<Read extends Turn>(turns: readonly Read[]): Read[] {
	const since = turns.findLastIndex((turn) => kindOf(turn) === "opt_in");
	const open = [turns.slice(since + 1), turns].map((some) =>
		some.filter((turn) => kindOf(turn) !== "opt_out"),
	);
	return open.find((some) => some.at(-1)?.by === "contact") ?? [...turns];
}

/** As on a toll-free number, where YES is an ordinary answer. */
function kindOf({ by, text }: Turn): string {
	return by === "company" ? "ours" : readConsentWords(text, "toll_free").kind;
}
