import * as z from "zod";

/** A boolean of a query. */
export const Flag = z.enum(["true", "false"]).transform((word) => word === "true");

/** Words of a query, with commas between them. */
export function someOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
	const word = `(?:${words.join("|")})`;
	const pattern = `^${word}(?:,${word})*$`;
	return z
		.string()
		.regex(new RegExp(pattern), `One or several of ${words.join(", ")}, with commas between them.`)
		.transform((text) => [...new Set(text.split(",") as Word[])])
		.meta({ type: "string", pattern, example: words.slice(0, 2).join(",") });
}
