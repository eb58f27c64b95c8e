import { dropOwnWords } from "@cloudpbx/domain/opt-out/drop-own-words";
import { readWish, type TextsWish } from "@cloudpbx/domain/opt-out/read-wish";
import type { TextTurn } from "./texting.ts";

const quotableMax = 20;

/** The rules' reading of the texts since the company's last one. */
export function readTextsWish({ turns }: { turns: readonly TextTurn[] }): TextsWish {
	const from = turns.findLastIndex(({ by }) => by === "company") + 1;
	const ours = turns.filter(({ by }) => by === "company").map(({ text }) => text);
	return readWish(turns.slice(from).map(({ text }) => dropOwnWords(text, ours.slice(-quotableMax)).words));
}
