import type { SpokenWord } from "./split-words.ts";

const DIGIT_WORDS: Readonly<Record<string, string>> = {
	zero: "0",
	oh: "0",
	one: "1",
	two: "2",
	three: "3",
	four: "4",
	five: "5",
	six: "6",
	seven: "7",
	eight: "8",
	nine: "9",
	cero: "0",
	uno: "1",
	dos: "2",
	tres: "3",
	cuatro: "4",
	cinco: "5",
	seis: "6",
	siete: "7",
	ocho: "8",
	nueve: "9",
	deux: "2",
	trois: "3",
	quatre: "4",
	cinq: "5",
	sept: "7",
	huit: "8",
	neuf: "9",
	null: "0",
	eins: "1",
	zwei: "2",
	drei: "3",
	vier: "4",
	funf: "5",
	sechs: "6",
	sieben: "7",
	acht: "8",
	neun: "9",
};

export interface SpokenNumber {
	digits: string;
	/** Position of its first word, and how many words it takes. */
	at: number;
	length: number;
}

/**
 * Numbers as a caller says them, digit by digit or whole: `one oh one` and `101` are `101`. Neighbouring numbers are
 * one number, so the parts of a telephone number are never taken for an extension.
 */
export function findSpokenNumbers(words: readonly SpokenWord[]): SpokenNumber[] {
	const numbers: SpokenNumber[] = [];
	let open: SpokenNumber | null = null;
	words.forEach((word, at) => {
		const digits = /^\d+$/.test(word.text) ? word.text : DIGIT_WORDS[word.text];
		if (digits === undefined) {
			open = null;
			return;
		}
		if (open === null) {
			open = { digits, at, length: 1 };
			numbers.push(open);
			return;
		}
		open.digits += digits;
		open.length += 1;
	});
	return numbers;
}
