import { foldWords } from "@cloudpbx/domain/directory/split-words";

export const OWN_LANGUAGES = ["en", "es", "fr", "de"] as const;
export type OwnLanguage = (typeof OWN_LANGUAGES)[number];

const CUES: Readonly<Record<Exclude<OwnLanguage, "en">, ReadonlySet<string>>> = {
	es: cues(
		`hola buenas buenos gracias quiero quisiera necesito hablar puedo puede dejar mensaje con por para favor esta estan
		abren cierran cual cuando donde que horario factura adios senor senora usted no si es el la los las un una de del mi
		me pongame pase comuniqueme alguien`,
	),
	fr: cues(
		`bonjour bonsoir merci voudrais veux parler avec est vous je puis pouvez laisser message pour horaires ouvert facture
		revoir sil plait oui non le les la un une des du mon ma quels sont vos passer quelquun au`,
	),
	de: cues(
		`hallo guten tag danke ich mochte will sprechen mit bitte konnen haben sie wann wo nachricht fur rechnung tschuss
		auf wiederhoren ja nein der die das ein eine einen und ist mein meine nicht geoffnet jemand jemandem`,
	),
};
/** One cue alone proves nothing in a longer sentence: "la", "me" and "die" are words of several languages. */
const SHARE_OF_WORDS = 0.3;

/** The language of a few spoken words, for sentences of our own when no model has named it; `en` when in doubt. */
export function guessLanguage(utterance: string): OwnLanguage {
	const words = foldWords(utterance);
	let best: OwnLanguage = "en";
	let most = words.length * SHARE_OF_WORDS;
	for (const language of ["es", "fr", "de"] as const) {
		const found = words.filter((word) => CUES[language].has(word)).length;
		if (found > most) {
			best = language;
			most = found;
		}
	}
	return best;
}

function cues(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
