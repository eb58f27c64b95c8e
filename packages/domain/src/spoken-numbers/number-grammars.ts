import { once } from "../once.ts";
import {
	combineTens,
	countBelowHundred,
	countForms,
	countHundreds,
	mergeForms,
	toSet,
	upTo,
} from "./number-forms.ts";
import type { NumberLanguage, NumberWords } from "./number-words.ts";

type Built = Omit<NumberWords, "beginnings">;

export const numberGrammars: Readonly<Record<NumberLanguage, () => NumberWords>> = {
	en: once(() => withBeginnings(buildEnglish())),
	es: once(() => withBeginnings(buildSpanish())),
	fr: once(() => withBeginnings(buildFrench())),
	de: once(() => withBeginnings(buildGerman())),
	it: once(() => withBeginnings(buildItalian())),
	pt: once(() => withBeginnings(buildPortuguese())),
};

function withBeginnings(built: Built): NumberWords {
	const forms = [
		...built.belowHundred.keys(),
		...built.hundreds.keys(),
		...built.zeros,
		...built.repeats.keys(),
	];
	return { ...built, beginnings: new Set(forms.map((form) => form.split(" ", 1)[0] ?? "")) };
}

function buildEnglish(): Built {
	const small = countForms(
		"one two three four/fore five six seven eight nine/niner ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
		1,
	);
	const tens = countForms("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10);
	return {
		belowHundred: countBelowHundred(small, tens, (ten, unit) => [`${ten} ${unit}`]),
		zeros: toSet("zero oh o nought naught"),
		hundreds: mergeForms(countHundreds(upTo(small, 9), ["hundred"]), new Map([["a hundred", 100]])),
		joiners: toSet("and n"),
		hundredPrefixes: [],
		repeats: new Map([
			["double", 2],
			["triple", 3],
		]),
		fillers: toSet("uh um er erm ah hm"),
		weak: toSet("oh o a"),
	};
}

function buildSpanish(): Built {
	const small = countForms(
		"uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis/diez_y_seis diecisiete/diez_y_siete dieciocho/diez_y_ocho diecinueve/diez_y_nueve veinte veintiuno/veintiun/veintiuna/veinte_y_uno veintidos/veinte_y_dos veintitres/veinte_y_tres veinticuatro/veinte_y_cuatro veinticinco/veinte_y_cinco veintiseis/veinte_y_seis veintisiete/veinte_y_siete veintiocho/veinte_y_ocho veintinueve/veinte_y_nueve",
		1,
	);
	const tens = countForms("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10);
	return {
		belowHundred: countBelowHundred(small, tens, (ten, unit) => [`${ten} y ${unit}`, `${ten} ${unit}`]),
		zeros: toSet("cero"),
		hundreds: mergeForms(
			countForms(
				"ciento/cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos",
				100,
				100,
			),
			countForms("ochocientos novecientos", 800, 100),
		),
		joiners: toSet("y"),
		hundredPrefixes: [],
		repeats: new Map([
			["doble", 2],
			["triple", 3],
		]),
		fillers: toSet("eh em este"),
		weak: toSet("un una once"),
	};
}

function buildFrench(): Built {
	const small = countForms(
		"un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf",
		1,
	);
	const tens = countForms("vingt trente quarante cinquante soixante", 20, 10);
	const swiss = mergeForms(
		countForms("septante", 70),
		countForms("huitante/octante", 80),
		countForms("nonante", 90),
	);
	const joined = (ten: string, unit: string) => [`${ten} ${unit}`, `${ten} et ${unit}`];
	return {
		belowHundred: mergeForms(
			countBelowHundred(small, mergeForms(tens, swiss), joined),
			combineTens(new Map([["soixante", 60]]), upTo(small, 19), joined),
			new Map([
				["quatre vingt", 80],
				["quatre vingts", 80],
			]),
			combineTens(new Map([["quatre vingt", 80]]), upTo(small, 19), (ten, unit) => [`${ten} ${unit}`]),
		),
		zeros: toSet("zero"),
		hundreds: countHundreds(upTo(small, 9), ["cent", "cents"]),
		joiners: toSet("et"),
		hundredPrefixes: [],
		repeats: new Map([["double", 2]]),
		fillers: toSet("euh heu"),
		weak: toSet("un une"),
	};
}

function buildGerman(): Built {
	const digits = countForms("eins/ein/eine zwei/zwo drei vier funf/fuenf sechs sieben acht neun", 1);
	const small = mergeForms(
		digits,
		countForms(
			"zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn",
			10,
		),
	);
	const tens = countForms(
		"zwanzig dreissig/dreisig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig",
		20,
		10,
	);
	return {
		belowHundred: countBelowHundred(small, tens, (ten, unit) => [`${unit}und${ten}`, `${unit} und ${ten}`]),
		zeros: toSet("null"),
		hundreds: mergeForms(
			countHundreds(digits, ["hundert"]),
			new Map([...digits].map(([unit, value]) => [`${unit}hundert`, value * 100])),
		),
		joiners: toSet("und"),
		hundredPrefixes: ["einhundertund", "einhundert", "hundertund", "hundert"],
		repeats: new Map([["doppel", 2]]),
		fillers: toSet("ah ahm ehm hm"),
		weak: toSet("ein eine elf"),
	};
}

function buildItalian(): Built {
	const small = countForms(
		"uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
		1,
	);
	const tens = countForms("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10);
	return {
		belowHundred: countBelowHundred(small, tens, (ten, unit) => {
			const isElided = unit.startsWith("u") || unit.startsWith("otto");
			return [`${isElided ? ten.slice(0, -1) : ten}${unit}`, `${ten}${unit}`, `${ten} ${unit}`];
		}),
		zeros: toSet("zero"),
		hundreds: mergeForms(
			new Map([["cento", 100]]),
			new Map([...upTo(small, 9)].map(([unit, value]) => [`${unit}cento`, value * 100])),
		),
		joiners: toSet("e"),
		hundredPrefixes: ["centoe", "cento", "cent"],
		repeats: new Map([["doppio", 2]]),
		fillers: toSet("eh ehm"),
		weak: toSet("un una due sei"),
	};
}

function buildPortuguese(): Built {
	const small = countForms(
		"um/uma dois/duas tres quatro cinco seis/meia sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
		1,
	);
	const tens = countForms("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10);
	return {
		belowHundred: countBelowHundred(small, tens, (ten, unit) => [`${ten} e ${unit}`, `${ten} ${unit}`]),
		zeros: toSet("zero"),
		hundreds: countForms(
			"cento/cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
			100,
			100,
		),
		joiners: toSet("e"),
		hundredPrefixes: [],
		repeats: new Map([["duplo", 2]]),
		fillers: toSet("eh hum"),
		weak: toSet("um uma meia"),
	};
}
