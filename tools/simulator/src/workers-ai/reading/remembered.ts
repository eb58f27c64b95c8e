import { isEveryday } from "./everyday-words.ts";
import { foldText } from "./fold-text.ts";

const name = "([\\p{L}][\\p{L}'’-]+(?: [\\p{Lu}][\\p{L}'’-]+)?)";
/** After "this is" these words are no name. */
const noNames = new Set(
	`doctor dr mr mrs angry upset furious sorry calling returning waiting late interested ridiculous unacceptable`.split(
		" ",
	),
);
const introductions = [
	new RegExp(
		`(?:my name is|my name's|my names|the name is|me llamo|mi nombre es|je m['’]appelle|mon nom est|ich hei(?:ß|ss)e|mein name ist) ${name}`,
		"iu",
	),
	new RegExp(
		`(?:^|[.!,] |hi |hello |hey |hola |hallo |bonjour )(?:this is|i am|i['’]?m|soy|ich bin|je suis) ${name}`,
		"iu",
	),
	new RegExp(`${name} (?:here|speaking)\\b`, "iu"),
];
const statement = /\b(?:my|our) ([\p{L} ]{2,30}?) (?:is|was|are) (?:#|number )?([^.,!?;]{1,60})/giu;
const questionPattern =
	/\b(?:what(?:['’]?s| is| was| are)|do you (?:know|remember)|remind me(?: of)?|tell me) (?:my|our) ([\p{L} ]{2,30}?)(?: again)?\s*(?:[?.!]|$)/iu;

export function recallName(said: readonly string[]): string | null {
	for (const text of said.toReversed()) {
		for (const pattern of introductions) {
			const name = pattern.exec(text)?.[1];
			if (name !== undefined && isPlainName(name))
				return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
		}
	}
	return null;
}

/** "My order number is 12" … "what is my order number?" */
export function recallStatement(
	question: string,
	said: readonly string[],
): { of: string; value: string } | null {
	const asked = foldText(questionPattern.exec(question)?.[1] ?? "");
	if (asked === "") return null;
	for (const text of said.toReversed()) {
		for (const [, of = "", value = ""] of text.matchAll(statement)) {
			if (foldText(of) === asked) return { of: of.trim(), value: value.trim() };
		}
	}
	return null;
}

function isPlainName(name: string): boolean {
	if (/['’]s\b/.test(name)) return false;
	return foldText(name)
		.split(" ")
		.every((word) => !isEveryday(word) && !noNames.has(word));
}
