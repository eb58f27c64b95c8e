import { foldWords, splitWords } from "@cloudpbx/domain/directory/split-words";
import { listSpokenNumbers } from "@cloudpbx/domain/spoken-numbers/list-spoken-numbers";

export const ownLanguages = ["en", "es", "fr", "de", "it", "pt"] as const;
export type OwnLanguage = (typeof ownLanguages)[number];

const cuesByLanguage: Readonly<Record<OwnLanguage, ReadonlySet<string>>> = {
	en: cues(
		`hello hi hey good morning afternoon thanks thank the i im id would like want need speak talk with to please can could you
		your is are what when where who how my me for a an of and not yes this that it at in on call leave message later mind`,
	),
	es: cues(
		`hola buenas buenos gracias quiero quisiera necesito hablar puedo puede dejar mensaje con por para favor esta estan
		abren cierran cual cuando donde que horario factura adios senor senora usted no si es el la los las un una de del mi
		me pongame pase paseme comuniqueme alguien recado le digale dejele llamo mas tarde extension numero soy llame`,
	),
	fr: cues(
		`bonjour bonsoir merci voudrais veux parler avec est vous je puis pouvez laisser message pour horaires ouvert facture
		revoir sil plait oui non le les la un une des du mon ma quels sont vos passer passez quelquun au dites que jai poste
		laissez tomber rappellerai moi mappelle`,
	),
	de: cues(
		`hallo guten tag danke ich mochte will sprechen mit bitte konnen haben sie wann wo nachricht fur rechnung tschuss
		auf wiederhoren ja nein der die das ein eine einen und ist mein meine nicht geoffnet jemand jemandem durchwahl
		schon gut rufe spater herr frau herrn richten aus dass habe hier`,
	),
	it: cues(
		`buongiorno buonasera pronto grazie vorrei voglio parlare con posso lasciare messaggio per favore il lo gli una di del
		della mi chiamo sono non siete aperti quando dove orari fattura arrivederci signor signora interno che e un ho bisogno
		mia mio dica richiami`,
	),
	pt: cues(
		`ola bom boa dia tarde obrigado obrigada queria quero gostaria falar com posso deixar recado para por favor o os um uma
		do da dos meu minha nao voces estao abertos quando onde horario fatura tchau senhor senhora ramal que e preciso voce
		sou chamo diga ligue`,
	),
};
/** One cue proves nothing: "la", "me" and "die" are words of several languages. */
const shareOfWords = 0.3;

/** Guesses the language of a few words; those without a cue (a name, figures) keep `before`. */
export function guessLanguage(utterance: string, before = "en"): OwnLanguage {
	const words = foldWords(utterance);
	const least = words.length * shareOfWords;
	const scores = scoreLanguages(utterance);
	// Among equals the previous language wins, then the first.
	const best = scores.reduce((a, b) =>
		b.score > a.score || (b.score === a.score && b.language === before && a.language !== "en") ? b : a,
	);
	if (best.score > least) return best.language;
	const english = scores[0]?.score ?? 0;
	return english > 0 || best.score > 0 ? keep(words.length > 2 ? "en" : before) : keep(before);
}

/** False for a name or a number in figures. */
export function tellsLanguage(utterance: string): boolean {
	return scoreLanguages(utterance).some(({ score }) => score > 0);
}

function scoreLanguages(utterance: string): { language: OwnLanguage; score: number }[] {
	const words = foldWords(utterance);
	const numbers = listSpokenNumbers(splitWords(utterance));
	return ownLanguages.map((language) => ({
		language,
		score:
			words.filter((word) => cuesByLanguage[language].has(word)).length +
			numbers
				.filter((number) => number.language === language)
				.reduce((length, number) => length + number.length, 0),
	}));
}

function keep(language: string): OwnLanguage {
	return ownLanguages.find((own) => own === language) ?? "en";
}

function cues(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
