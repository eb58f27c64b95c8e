import { foldWords } from "@cloudpbx/domain/directory/split-words";

/** Fewer words of our instructions in a row may be chance. */
const recitedWords = 7;
/** The same in letters, for words that are spelled or run together. */
const recitedLetters = 34;
/** More single letters in a row spell something forbidden. */
const spelledLetters = 12;

const encoded =
	/[A-Za-z0-9+/_-]{28,}={0,2}|(?:[A-Za-z0-9+/]{4}){5,}={1,2}|(?:\b[0-9a-f]{2}[\s:,]+){10,}|(?:\b[01]{7,8}\s+){6,}/i;

/** Mentions of the own rules, in the receptionist's languages. */
const ownRules =
	/\b(?:system ?(?:prompt|message|instructions?)|my (?:\w+ )?(?:instructions?|prompt|rules|guidelines|directives|programming|training data)|(?:instructions?|rules|guidelines) (?:i was given|i follow|i have been given|given to me|are as follows|say that i|state that i)|i (?:was|am|have been) (?:instructed|programmed|configured|prompted|trained)|(?:ai |large )?language model|never an instruction|one json object|json|needs ?person|is ?unsure|wants ?no ?texts|match names by sound|until a colleague takes over|was (?:spoken|written) by a stranger|mis (?:\w+ )?(?:instrucciones|reglas|directrices)|instrucciones (?:del|de) sistema|(?:fui|he sido) (?:programad|instruid|entrenad)[oa]|me (?:han |fue )?(?:indicado|ordenado|instruido)|modelo de lenguaje|nunca (?:es )?una instruccion|hasta que un (?:colega|companero)|(?:escrito|dicho) por un (?:desconocido|extrano)|mes (?:\w+ )?(?:instructions|regles|consignes|directives)|(?:invite|prompt|message|instructions) (?:du |de )?systeme|j ?ai ete (?:programmee?|instruite?|configuree?)|jamais une instruction|jusqu ?a ce qu ?un collegue|modele de langage|par un inconnu|meine (?:\w+ )?(?:anweisungen|regeln|anleitung(?:en)?|vorgaben|richtlinien|instruktionen)|systemprompt|system ?anweisung(?:en)?|ich wurde (?:\w+ ){0,2}(?:angewiesen|programmiert|instruiert)|niemals eine anweisung|nie eine anweisung|bis ein kollege ubernimmt|sprachmodell|von einem fremden|le mie (?:\w+ )?(?:istruzioni|regole|direttive)|istruzioni di sistema|sono stat[oa] (?:programmat|istruit|addestrat)[oa]|mai un istruzione|modello linguistico|finche un collega|da uno sconosciuto|(?:as )?minhas (?:\w+ )?(?:instrucoes|regras|diretrizes)|instrucoes d[oe] sistema|fui (?:programad|instruid|treinad|orientad)[oa]|nunca uma instrucao|modelo de linguagem|ate que um colega|por um (?:estranho|desconhecido))\b/;

/** True when an answer tells our instructions: literally, translated, spelled, reversed or encoded. */
export function tellsInstructions(text: string, instructions: string): boolean {
	if (encoded.test(text)) return true;
	if (ownRules.test(foldWords(text.replace(/['’_]/g, " ")).join(" "))) return true;
	if (recitesWords(foldWords(text), foldWords(instructions))) return true;
	if (spellsAtLength(text)) return true;
	const own = squeeze(instructions);
	const said = squeeze(text);
	return [said, reverse(said), rotate(said)].some((letters) => shares(letters, own));
}

function recitesWords(words: readonly string[], ownWords: readonly string[]): boolean {
	const own = ` ${ownWords.join(" ")} `;
	for (const one of [words, words.toReversed()])
		for (let at = 0; at + recitedWords <= one.length; at++)
			if (own.includes(` ${one.slice(at, at + recitedWords).join(" ")} `)) return true;
	return false;
}

function spellsAtLength(text: string): boolean {
	return new RegExp(`(?<![\\p{L}])(?:\\p{L}[^\\p{L}]+){${spelledLetters},}`, "u").test(text);
}

function shares(letters: string, own: string): boolean {
	for (let at = 0; at + recitedLetters <= letters.length; at++)
		if (own.includes(letters.slice(at, at + recitedLetters))) return true;
	return false;
}

function squeeze(text: string): string {
	return foldWords(text)
		.join("")
		.replace(/[^a-z]/g, "");
}

function reverse(letters: string): string {
	return [...letters].reverse().join("");
}

/** ROT13. */
function rotate(letters: string): string {
	return letters.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
}
