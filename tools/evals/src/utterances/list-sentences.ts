import type { CompanyName, Utterance } from "../utterance.ts";

const outcomes: Readonly<Record<string, string>> = {
	t: "transfer",
	v: "voicemail",
	i: "info",
	a: "ask",
	g: "goodbye",
};

/**
 * One sentence a line: `company | words | right outcomes ! forbidden answer`. `t101` transfer, `v101` voicemail,
 * `i` info, `a` ask, `g` goodbye.
 */
export function listSentences(lines: string): Utterance[] {
	return lines
		.trim()
		.split("\n")
		.map((line) => {
			const [company = "", says = "", rest = ""] = line.split("|").map((part) => part.trim());
			const [expected = "", never] = rest.split("!").map((part) => part.trim());
			return {
				company: company as CompanyName,
				says,
				expect: expected.split(/\s+/).map(readOutcome),
				...(never && { never: new RegExp(`\\b${never}`, "i") }),
			};
		});
}

function readOutcome(letters: string): string {
	const action = outcomes[letters.charAt(0)] ?? "";
	return `${action} ${letters.slice(1)}`.trim();
}
