import * as z from "zod";

export function someOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
	const word = `(?:${words.join("|")})`;
	const pattern = `^${word}(?:,${word})*$`;
	return z
		.string()
		.regex(new RegExp(pattern), `One or several of ${words.join(", ")}, with commas between them.`)
		.transform((text) => [...new Set(text.split(",") as Word[])])
		.meta({ type: "string", pattern, example: words.slice(0, 2).join(",") });
}
