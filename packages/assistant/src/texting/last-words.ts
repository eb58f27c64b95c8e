import type { TextTurn } from "./texting.ts";

export function lastWords(turns: readonly TextTurn[]): string {
	const from = turns.findLastIndex(({ by }) => by === "company") + 1;
	return turns
		.slice(from)
		.map(({ text }) => text)
		.join("\n");
}
