import { foldWords, splitWords } from "@cloudpbx/domain/directory/split-words";
import { listSpokenNumbers } from "@cloudpbx/domain/spoken-numbers/list-spoken-numbers";

const around = new Set(
	`press push hit dial enter key keys button number digit option the a please now just id like want i to
	la tecla numero pulse marque presione opcion por favor touche le appuyez sur tapez sil vous plait taste die drucken bitte
	tasto il premere per prema favore tecla aperte o digite por`.split(/\s+/),
);
const operatorKey = /^(?:the )?operator(?:s)? key(?: please)?$/;
const again =
	/^(?:please )?(?:repeat|again|(?:repeat|hear) (?:that|it|this|the menu)(?: again)?|(?:the |main )?menu|say (?:that|it) again|otra vez|encore|noch ?mal|ancora|de novo)(?: please)?$/;

/**
 * Reads a single key that was said ("press nine please"); null for other words. Extensions are the receptionist's.
 */
export function readSpokenKeys(words: string): string | null {
	const folded = foldWords(words).join(" ");
	if (operatorKey.test(folded)) return "0";
	const spoken = splitWords(words);
	const [only, ...more] = listSpokenNumbers(spoken);
	if (only === undefined || more.length > 0 || !/^(?:[02-9]|1\d\d)$/.test(only.digits)) return null;
	const others = spoken.filter((_, at) => at < only.at || at >= only.at + only.length);
	return others.every(({ text }) => around.has(text)) ? only.digits : null;
}

/** True when these words only ask for the menu again. */
export function wantsMenuAgain(words: string): boolean {
	return again.test(foldWords(words).join(" "));
}
