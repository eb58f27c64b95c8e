import type { TextTurn } from "./texting.ts";

/** The contact's texts since the company's last one. */
export function joinLastWords(turns: readonly TextTurn[]): string {
	const from = turns.findLastIndex(({ by }) => by === "company") + 1;
	return turns
		.slice(from)
		.map(({ text }) => text)
		.join("\n");
}
