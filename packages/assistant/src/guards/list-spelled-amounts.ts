import { foldWords } from "@cloudpbx/domain/directory/split-words";

const units = `dollars?|bucks?|cents?|euros?|pounds?|percent|per cent|usd|dolares?|centavos|pesos|por ciento|dollar|pour cent|prozent|dollari|centesimi|per cento|dolares|reais|por cento|porcento|off`;
const clock = `o ?clock|in the (?:morning|afternoon|evening)|am|pm|a m|p m|uhr|heures?|de la (?:manana|tarde|noche)|da (?:manha|tarde|noite)|horas`;

/** Number words; the tens of German stand after the ones, in one word. */
const values: ReadonlyMap<string, number> = new Map(
	Object.entries({
		0: "zero cero null nul nula",
		1: "one uno una un une ein eine eins einen um uma",
		2: "two dos deux zwei due dois duas",
		3: "three tres trois drei tre",
		4: "four cuatro quatre vier quattro quatro",
		5: "five cinco cinq funf cinque",
		6: "six seis sechs sei",
		7: "seven siete sept sieben sette sete",
		8: "eight ocho huit acht otto oito",
		9: "nine nueve neuf neun nove",
		10: "ten diez dix zehn dieci dez",
		11: "eleven once onze elf undici",
		12: "twelve doce douze zwolf dodici doze",
		13: "thirteen trece treize dreizehn tredici treze",
		14: "fourteen catorce quatorze vierzehn quattordici catorze",
		15: "fifteen quince quinze funfzehn quindici",
		16: "sixteen dieciseis seize sechzehn sedici dezesseis",
		17: "seventeen diecisiete siebzehn diciassette dezessete",
		18: "eighteen dieciocho achtzehn diciotto dezoito",
		19: "nineteen diecinueve neunzehn diciannove dezenove",
		20: "twenty veinte vingt vingts zwanzig venti vinte",
		30: "thirty treinta trente dreissig trenta trinta",
		40: "forty cuarenta quarante vierzig quaranta quarenta",
		50: "fifty cincuenta cinquante funfzig cinquanta cinquenta",
		60: "sixty sesenta soixante sechzig sessanta sessenta",
		70: "seventy setenta siebzig settanta septante",
		80: "eighty ochenta achtzig ottanta oitenta octante huitante",
		90: "ninety noventa neunzig novanta nonante",
		100: "hundred hundreds cien ciento cent cents hundert cento cem",
		200: "doscientos doscientas duecento duzentos duzentas",
		300: "trescientos trescientas trecento trezentos trezentas",
		400: "cuatrocientos cuatrocientas quattrocento quatrocentos",
		500: "quinientos quinientas cinquecento quinhentos quinhentas",
		600: "seiscientos seiscientas seicento seiscentos",
		700: "setecientos setecientas settecento setecentos",
		800: "ochocientos ochocientas ottocento oitocentos",
		900: "novecientos novecientas novecento novecentos",
		1000: "thousand mil mille tausend mila grand",
		1000000: "million millon millones millionen milione milioni milhao milhoes",
	}).flatMap(([value, words]) => words.split(" ").map((word): [string, number] => [word, Number(value)])),
);
const joining = new Set(["and", "y", "et", "und", "e", "a"]);

/** An amount, share or time of day in words: "five hundred dollars", "nine o'clock". */
export interface SpelledAmount {
	words: string;
	value: number;
	isMoney: boolean;
}

/** Finds amounts and times in words; bare numbers do not count: "one of our two offices". */
export function listSpelledAmounts(text: string): SpelledAmount[] {
	const words = splitCompounds(foldWords(text));
	const after = (units: string) => new RegExp(`^(?:${units}) `);
	const found: SpelledAmount[] = [];
	for (let at = 0; at < words.length; at++) {
		if (!values.has(words[at] ?? "")) continue;
		let end = at;
		while (isPart(words, end)) end++;
		const next = `${words.slice(end, end + 4).join(" ")} `;
		const isMoney = after(units).test(next);
		if (isMoney || after(clock).test(next)) {
			const number = words.slice(at, end);
			found.push({ words: number.join(" "), value: readValue(number), isMoney });
		}
		at = Math.max(at, end - 1);
	}
	return found;
}

function isPart(words: readonly string[], at: number): boolean {
	const word = words[at] ?? "";
	return values.has(word) || (joining.has(word) && values.has(words[at + 1] ?? ""));
}

/** "fünfundneunzig", "zweihundert" and "novantacinque" are one word. */
function splitCompounds(words: readonly string[]): string[] {
	return words.flatMap((word) => splitCompound(word) ?? [word]);
}

function splitCompound(word: string): string[] | null {
	if (values.has(word)) return [word];
	if (word.length < 6) return null;
	for (let length = Math.min(word.length - 1, 14); length >= 3; length--) {
		const head = word.slice(0, length);
		const rest = word.slice(length).replace(/^und/, "");
		if (!values.has(head)) continue;
		if (rest === "") return [head];
		const tail = splitCompound(rest) ?? (values.has(rest) ? [rest] : null);
		if (tail) return [head, ...tail];
	}
	return null;
}

function readValue(words: readonly string[]): number {
	let sum = 0;
	let part = 0;
	for (const word of words) {
		const value = values.get(word);
		if (value === undefined) continue;
		if (value >= 1000) {
			sum += Math.max(part, 1) * value;
			part = 0;
		} else if (value === 100) part = Math.max(part % 100, 1) * 100 + (part >= 100 ? part - (part % 100) : 0);
		else if (value === 20 && part === 4) part = 80;
		else part += value;
	}
	return sum + part;
}
