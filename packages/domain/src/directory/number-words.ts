/** The languages in which numbers are understood, ISO 639-1; where words are shared, the earlier one is taken. */
export const numberLanguages = ["en", "es", "fr", "de", "it", "pt"] as const;
export type NumberLanguage = (typeof numberLanguages)[number];

/** How a language says its numbers, in folded words (`splitWords`). */
export interface NumberWords {
	/** 1 to 99, each in every usual form; a form is one word or several. */
	belowHundred: ReadonlyMap<string, number>;
	/** Words for 0 when digits are read one by one. */
	zeros: ReadonlySet<string>;
	/** Whole hundreds: "hundred", "a hundred", "two hundred". */
	hundreds: ReadonlyMap<string, number>;
	/** May stand between hundred and the rest: "one hundred and one". */
	joiners: ReadonlySet<string>;
	/** What a hundred begins with in languages that write a number as one word: "hunderteins", "centouno". */
	hundredPrefixes: readonly string[];
	/** "double zero" is two zeros. */
	repeats: ReadonlyMap<string, number>;
	/** Said while thinking, between two digits. */
	fillers: ReadonlySet<string>;
	/** Alone they are something else: "um", "un café". */
	weak: ReadonlySet<string>;
	/** Every word that a form begins with: what is not here, and no compound, is no number. */
	beginnings: ReadonlySet<string>;
}

/** The greatest number of words in one form: "quatre vingt dix neuf", "cento e noventa e nove" without its hundred. */
export const formWordsMax = 4;

const grammars = new Map<NumberLanguage, NumberWords>();

/** Built at the first use: a Worker that hears no number makes none. */
export function numberWordsOf(language: NumberLanguage): NumberWords {
	const known = grammars.get(language);
	if (known) return known;
	const built = builders[language]();
	const forms = [
		...built.belowHundred.keys(),
		...built.hundreds.keys(),
		...built.zeros,
		...built.repeats.keys(),
	];
	const grammar = { ...built, beginnings: new Set(forms.map((form) => form.split(" ", 1)[0] ?? "")) };
	grammars.set(language, grammar);
	return grammar;
}

type Built = Omit<NumberWords, "beginnings">;

const builders: Readonly<Record<NumberLanguage, () => Built>> = {
	en: buildEnglish,
	es: buildSpanish,
	fr: buildFrench,
	de: buildGerman,
	it: buildItalian,
	pt: buildPortuguese,
};

/** Forms of one number are parted by "/", numbers by spaces, words of a form by "_". */
function list(forms: string): string[][] {
	return forms
		.trim()
		.split(/\s+/)
		.map((one) => one.split("/").map((form) => form.replaceAll("_", " ")));
}

function set(words: string): ReadonlySet<string> {
	return new Set(words === "" ? [] : words.split(" "));
}

/** Numbers from `from` on, in steps of `step`. */
function count(forms: string[][], from: number, step = 1): Map<string, number> {
	return new Map(forms.flatMap((one, index) => one.map((form) => [form, from + index * step] as const)));
}

/** All of tens and units, joined as the language does; a join may give several forms. */
function combine(
	tens: ReadonlyMap<string, number>,
	units: ReadonlyMap<string, number>,
	join: (ten: string, unit: string, value: number) => string[],
): Map<string, number> {
	const made = new Map<string, number>();
	for (const [ten, tenValue] of tens)
		for (const [unit, unitValue] of units)
			for (const form of join(ten, unit, tenValue + unitValue)) made.set(form, tenValue + unitValue);
	return made;
}

function merge(...maps: ReadonlyMap<string, number>[]): Map<string, number> {
	return new Map(maps.flatMap((map) => [...map]));
}

function upTo(map: ReadonlyMap<string, number>, last: number): Map<string, number> {
	return new Map([...map].filter(([, value]) => value <= last));
}

/** "hundred", "one hundred" … "nine hundred", from the units and the words for a hundred. */
function countHundreds(units: ReadonlyMap<string, number>, words: readonly string[]): Map<string, number> {
	return new Map(
		words.flatMap((word) => [
			[word, 100] as const,
			...[...units].map(([unit, value]) => [`${unit} ${word}`, value * 100] as const),
		]),
	);
}

function buildEnglish(): Built {
	const teens = list(
		"one two three four/fore five six seven eight nine/niner ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
	);
	const small = count(teens, 1);
	const tens = count(list("twenty thirty forty/fourty fifty sixty seventy eighty ninety"), 20, 10);
	const units = upTo(small, 9);
	return {
		belowHundred: merge(
			small,
			tens,
			combine(tens, units, (ten, unit) => [`${ten} ${unit}`]),
		),
		zeros: set("zero oh o nought naught"),
		hundreds: merge(countHundreds(units, ["hundred"]), new Map([["a hundred", 100]])),
		joiners: set("and n"),
		hundredPrefixes: [],
		repeats: new Map([
			["double", 2],
			["triple", 3],
		]),
		fillers: set("uh um er erm ah hm"),
		weak: set("oh o a"),
	};
}

function buildSpanish(): Built {
	const small = count(
		list(
			"uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis/diez_y_seis diecisiete/diez_y_siete dieciocho/diez_y_ocho diecinueve/diez_y_nueve veinte veintiuno/veintiun/veintiuna/veinte_y_uno veintidos/veinte_y_dos veintitres/veinte_y_tres veinticuatro/veinte_y_cuatro veinticinco/veinte_y_cinco veintiseis/veinte_y_seis veintisiete/veinte_y_siete veintiocho/veinte_y_ocho veintinueve/veinte_y_nueve",
		),
		1,
	);
	const tens = count(list("treinta cuarenta cincuenta sesenta setenta ochenta noventa"), 30, 10);
	return {
		belowHundred: merge(
			small,
			tens,
			combine(tens, upTo(small, 9), (ten, unit) => [`${ten} y ${unit}`, `${ten} ${unit}`]),
		),
		zeros: set("cero"),
		hundreds: merge(
			count(
				list("ciento/cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos"),
				100,
				100,
			),
			count(list("ochocientos novecientos"), 800, 100),
		),
		joiners: set("y"),
		hundredPrefixes: [],
		repeats: new Map([
			["doble", 2],
			["triple", 3],
		]),
		fillers: set("eh em este"),
		weak: set("un una once"),
	};
}

function buildFrench(): Built {
	const small = count(
		list(
			"un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf",
		),
		1,
	);
	const units = upTo(small, 9);
	const tens = count(list("vingt trente quarante cinquante soixante"), 20, 10);
	const swiss = merge(
		count(list("septante"), 70),
		count(list("huitante/octante"), 80),
		count(list("nonante"), 90),
	);
	const joined = (ten: string, unit: string) => [`${ten} ${unit}`, `${ten} et ${unit}`];
	return {
		belowHundred: merge(
			small,
			tens,
			swiss,
			combine(merge(tens, swiss), units, joined),
			combine(new Map([["soixante", 60]]), upTo(small, 19), joined),
			new Map([
				["quatre vingt", 80],
				["quatre vingts", 80],
			]),
			combine(new Map([["quatre vingt", 80]]), upTo(small, 19), (ten, unit) => [`${ten} ${unit}`]),
		),
		zeros: set("zero"),
		hundreds: countHundreds(upTo(small, 9), ["cent", "cents"]),
		joiners: set("et"),
		hundredPrefixes: [],
		repeats: new Map([["double", 2]]),
		fillers: set("euh heu"),
		weak: set("un une"),
	};
}

function buildGerman(): Built {
	const digits = count(list("eins/ein/eine zwei/zwo drei vier funf/fuenf sechs sieben acht neun"), 1);
	const small = merge(
		digits,
		count(
			list("zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn"),
			10,
		),
	);
	const tens = count(
		list("zwanzig dreissig/dreisig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig"),
		20,
		10,
	);
	return {
		belowHundred: merge(
			small,
			tens,
			combine(tens, digits, (ten, unit) => [`${unit}und${ten}`, `${unit} und ${ten}`]),
		),
		zeros: set("null"),
		hundreds: merge(
			countHundreds(digits, ["hundert"]),
			new Map([...digits].map(([unit, value]) => [`${unit}hundert`, value * 100])),
		),
		joiners: set("und"),
		hundredPrefixes: ["einhundertund", "einhundert", "hundertund", "hundert"],
		repeats: new Map([["doppel", 2]]),
		fillers: set("ah ahm ehm hm"),
		weak: set("ein eine elf"),
	};
}

function buildItalian(): Built {
	const small = count(
		list(
			"uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
		),
		1,
	);
	const tens = count(list("venti trenta quaranta cinquanta sessanta settanta ottanta novanta"), 20, 10);
	const joined = combine(tens, upTo(small, 9), (ten, unit) => {
		const isElided = unit.startsWith("u") || unit.startsWith("otto");
		return [`${isElided ? ten.slice(0, -1) : ten}${unit}`, `${ten}${unit}`, `${ten} ${unit}`];
	});
	return {
		belowHundred: merge(small, tens, joined),
		zeros: set("zero"),
		hundreds: merge(
			new Map([["cento", 100]]),
			new Map([...upTo(small, 9)].map(([unit, value]) => [`${unit}cento`, value * 100])),
		),
		joiners: set("e"),
		hundredPrefixes: ["centoe", "cento", "cent"],
		repeats: new Map([["doppio", 2]]),
		fillers: set("eh ehm"),
		weak: set("un una due sei"),
	};
}

function buildPortuguese(): Built {
	const small = count(
		list(
			"um/uma dois/duas tres quatro cinco seis/meia sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
		),
		1,
	);
	const tens = count(list("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"), 20, 10);
	return {
		belowHundred: merge(
			small,
			tens,
			combine(tens, upTo(small, 9), (ten, unit) => [`${ten} e ${unit}`, `${ten} ${unit}`]),
		),
		zeros: set("zero"),
		hundreds: count(
			list(
				"cento/cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
			),
			100,
			100,
		),
		joiners: set("e"),
		hundredPrefixes: [],
		repeats: new Map([["duplo", 2]]),
		fillers: set("eh hum"),
		weak: set("um uma meia"),
	};
}
