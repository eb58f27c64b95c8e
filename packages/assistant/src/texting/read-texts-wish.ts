import { dropOwnWords } from "@cloudpbx/domain/opt-out/drop-own-words";
import { readWish, type TextsWish } from "@cloudpbx/domain/opt-out/read-wish";
import type { TextTurn } from "./texting.ts";

/** Nobody quotes older texts of ours. */
const quotableMax = 20;

/** What the rules make of the contact's texts since the company last wrote. */
export function readTextsWish({ turns }: { turns: readonly TextTurn[] }): TextsWish {
	const from = turns.findLastIndex(({ by }) => by === "company") + 1;
	const ours = turns.filter(({ by }) => by === "company").map(({ text }) => text);
	return readWish(turns.slice(from).map(({ text }) => dropOwnWords(text, ours.slice(-quotableMax)).words));
}
