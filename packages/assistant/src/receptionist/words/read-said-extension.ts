import { splitWords } from "@cloudpbx/domain/directory/split-words";
import { listSpokenNumbers } from "@cloudpbx/domain/spoken-numbers/list-spoken-numbers";

const names = new Set(
	"extension extensions ext x exten anexo interno ramal poste durchwahl nebenstelle apparat linea".split(" "),
);
/** Words between "extension" and the number: "extension number 101". */
const nameReach = 3;
const around = new Set(
	`a an the to for with me my i id im like want need can could may would you get give dial call reach ring connect put through
	transfer patch speak talk please pls hi hello hey good morning afternoon evening yes yeah um uh its it is this number at on
	thanks thank just ok okay so lets try
	por favor hola quiero quisiera con el la al numero marque me comunica comuniqueme paseme pase hablar necesito buenos buenas dias tardes
	sil vous plait bonjour le je voudrais veux passez moi numero avec parler au
	bitte hallo ich mochte mit die der den nummer verbinden sie mich guten tag zur
	per favore buongiorno vorrei con il numero mi passi parlare
	favor bom dia boa tarde quero com o por ligar para`.split(/\s+/),
);
const question = /^(?:who|whose|what|whats|why|how|is|does|did|was|are|quien|de quien|qui|wer|wem|chi|quem)$/;

export interface SaidExtension {
	digits: string;
	isNamed: boolean;
}

/** Reads an extension that is asked for by number; null for none, several, or a price, a date, an order. */
export function readSaidExtension(words: string): SaidExtension | null {
	const spoken = splitWords(words);
	const [only, ...more] = listSpokenNumbers(spoken);
	if (only === undefined || more.length > 0 || only.digits.length > 4) return null;
	if (question.test(spoken[0]?.text ?? "")) return null;
	const before = spoken.slice(Math.max(0, only.at - nameReach), only.at);
	const after = spoken.slice(only.at + only.length);
	const isNamed =
		before.some(({ text }) => names.has(text)) ||
		(after.length > 0 && after.length <= nameReach && after.some(({ text }) => names.has(text)));
	if (isNamed) return { digits: only.digits, isNamed };
	if (!/^1\d\d$/.test(only.digits)) return null;
	const others = [...spoken.slice(0, only.at), ...after];
	return others.every(({ text }) => around.has(text)) ? { digits: only.digits, isNamed } : null;
}
