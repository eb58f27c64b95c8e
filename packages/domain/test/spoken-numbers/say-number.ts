/** How people say the keys 101 to 199, written independently of the reader. */
export type Tongue = "en" | "es" | "fr" | "de" | "it" | "pt";

interface Speech {
	digits: readonly string[];
	teens: readonly string[];
	tens: readonly string[];
	join: (ten: string, unit: string, value: number) => string;
	hundreds: readonly string[];
	whole: (hundred: string, rest: string) => string[];
	inPairs: boolean;
	frames: readonly string[];
}

const spoken: Readonly<Record<Tongue, Speech>> = {
	en: {
		digits: "zero one two three four five six seven eight nine".split(" "),
		teens: "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" "),
		tens: "twenty thirty forty fifty sixty seventy eighty ninety".split(" "),
		join: (ten, unit) => `${ten}-${unit}`,
		hundreds: ["one hundred", "a hundred"],
		whole: (hundred, rest) => [`${hundred} ${rest}`, `${hundred} and ${rest}`],
		inPairs: true,
		frames: ["*", "extension *", "* please", "can I get extension *", "uh, * please"],
	},
	es: {
		digits: "cero uno dos tres cuatro cinco seis siete ocho nueve".split(" "),
		teens: "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve".split(" "),
		tens: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" "),
		join: (ten, unit, value) =>
			value < 30
				? `veinti${unit.replace("dos", "dós").replace("tres", "trés").replace("seis", "séis")}`
				: `${ten} y ${unit}`,
		hundreds: ["ciento"],
		whole: (hundred, rest) => [`${hundred} ${rest}`],
		inPairs: true,
		frames: ["*", "la extensión *", "* por favor", "quiero el *"],
	},
	fr: {
		digits: "zéro un deux trois quatre cinq six sept huit neuf".split(" "),
		teens: "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(" "),
		tens: "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix".split(" "),
		join: (ten, unit, value) => {
			const base = ten.replace("vingts", "vingt");
			if (value > 70 && value < 80) {
				const teen = spoken.fr.teens[value - 70] ?? "";
				return value === 71 ? "soixante et onze" : `soixante-${teen}`;
			}
			if (value > 90) return `quatre-vingt-${spoken.fr.teens[value - 90]}`;
			return unit === "un" && value < 80 ? `${base} et un` : `${base}-${unit}`;
		},
		hundreds: ["cent"],
		whole: (hundred, rest) => [`${hundred} ${rest}`],
		inPairs: false,
		frames: ["*", "le poste *", "* s'il vous plaît"],
	},
	de: {
		digits: "null eins zwei drei vier fünf sechs sieben acht neun".split(" "),
		teens: "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(" "),
		tens: "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "),
		join: (ten, unit) => `${unit.replace("eins", "ein")}und${ten}`,
		hundreds: ["hundert", "einhundert"],
		whole: (hundred, rest) => [`${hundred}${rest}`, `${hundred} ${rest}`],
		inPairs: true,
		frames: ["*", "Durchwahl *", "* bitte"],
	},
	it: {
		digits: "zero uno due tre quattro cinque sei sette otto nove".split(" "),
		teens: "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove".split(
			" ",
		),
		tens: "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split(" "),
		join: (ten, unit) => `${/^[uo]/.test(unit) ? ten.slice(0, -1) : ten}${unit.replace(/^tre$/, "tré")}`,
		hundreds: ["cento"],
		whole: (hundred, rest) => [`${hundred}${rest}`, `${hundred} ${rest}`],
		inPairs: true,
		frames: ["*", "interno *", "* per favore"],
	},
	pt: {
		digits: "zero um dois três quatro cinco seis sete oito nove".split(" "),
		teens: "dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove".split(" "),
		tens: "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split(" "),
		join: (ten, unit) => `${ten} e ${unit}`,
		hundreds: ["cento"],
		whole: (hundred, rest) => [`${hundred} e ${rest}`],
		inPairs: true,
		frames: ["*", "ramal *", "* por favor"],
	},
};

/** All usual ways to say a key in a language, alone and within a few words. */
export function sayKeys(keys: number, tongue: Tongue): string[] {
	const speech = spoken[tongue];
	const rest = keys - 100;
	const figures = [...String(keys)];
	const said = (zero: string) =>
		figures.map((digit) => (digit === "0" ? zero : speech.digits[Number(digit)])).join(" ");
	const zeros = tongue === "en" ? ["zero", "oh", "o"] : [speech.digits[0] ?? ""];
	const forms = [
		figures.join(""),
		figures.join(" "),
		figures.join("-"),
		...zeros.map(said),
		...zeros.map((zero) => said(zero).replaceAll(" ", "-")),
		...speech.hundreds.flatMap((hundred) => speech.whole(hundred, sayBelowHundred(rest, speech))),
		...(speech.inPairs && rest > 9 ? [`${speech.digits[1]} ${sayBelowHundred(rest, speech)}`] : []),
	];
	return [...new Set(forms)].flatMap((form) => speech.frames.map((frame) => frame.replace("*", form)));
}

function sayBelowHundred(value: number, { digits, teens, tens, join }: Speech): string {
	if (value < 10) return digits[value] ?? "";
	if (value < 20) return teens[value - 10] ?? "";
	const ten = tens[Math.floor(value / 10) - 2] ?? "";
	return value % 10 === 0 ? ten : join(ten, digits[value % 10] ?? "", value);
}
