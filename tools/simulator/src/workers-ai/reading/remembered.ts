import { isEveryday } from "./everyday-words.ts";
import { foldText } from "./fold-text.ts";

const NAME = "([\\p{L}][\\p{L}'’-]+(?: [\\p{Lu}][\\p{L}'’-]+)?)";
const INTRODUCTIONS = [
	new RegExp(
		`(?:my name is|my name's|my names|the name is|me llamo|mi nombre es|je m['’]appelle|mon nom est|ich hei(?:ß|ss)e|mein name ist) ${NAME}`,
		"iu",
	),
	new RegExp(
		`(?:^|[.!,] |hi |hello |hey |hola |hallo |bonjour )(?:this is|i am|i['’]?m|soy|ich bin|je suis) ${NAME}`,
		"iu",
	),
	new RegExp(`${NAME} (?:here|speaking)\\b`, "iu"),
];
const STATEMENT = /\b(?:my|our) ([\p{L} ]{2,30}?) (?:is|was|are) (?:#|number )?([^.,!?;]{1,60})/giu;
const QUESTION =
	/\b(?:what(?:['’]?s| is| was| are)|do you (?:know|remember)|remind me(?: of)?|tell me) (?:my|our) ([\p{L} ]{2,30}?)(?: again)?\s*(?:[?.!]|$)/iu;

/** The name by which a person introduced himself, latest first; `null` when he has not. */
export function recallName(said: readonly string[]): string | null {
	for (const text of said.toReversed()) {
		for (const pattern of INTRODUCTIONS) {
			const name = pattern.exec(text)?.[1];
			if (name !== undefined && !isEveryday(foldText(name).split(" ")[0] ?? ""))
				return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
		}
	}
	return null;
}

/** What a person asks back of what he told: "my order number is 12" … "what is my order number?" */
export function recallStatement(
	question: string,
	said: readonly string[],
): { of: string; value: string } | null {
	const asked = foldText(QUESTION.exec(question)?.[1] ?? "");
	if (asked === "") return null;
	for (const text of said.toReversed()) {
		for (const [, of = "", value = ""] of text.matchAll(STATEMENT)) {
			if (foldText(of) === asked) return { of: of.trim(), value: value.trim() };
		}
	}
	return null;
}
