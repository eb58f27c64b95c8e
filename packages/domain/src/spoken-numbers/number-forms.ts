export function toSet(words: string): ReadonlySet<string> {
	return new Set(words === "" ? [] : words.split(" "));
}

/**
 * Numbers from `from` on, in steps of `step`: spaces separate the numbers, "/" the forms of one number, "_" the words of a form.
 */
export function countForms(forms: string, from: number, step = 1): Map<string, number> {
	return new Map(
		forms
			.split(" ")
			.flatMap((one, index) =>
				one.split("/").map((form) => [form.replaceAll("_", " "), from + index * step] as const),
			),
	);
}

/** Joins tens and units; `join` may give several forms. */
export function combineTens(
	tens: ReadonlyMap<string, number>,
	units: ReadonlyMap<string, number>,
	join: (ten: string, unit: string, value: number) => string[],
): Map<string, number> {
	const made = new Map<string, number>();
	for (const [ten, tenValue] of tens)
		for (const [unit, unitValue] of units)
			for (const form of join(ten, unit, tenValue + unitValue)) made.set(form, tenValue + unitValue);
	return made;
}

export function mergeForms(...maps: ReadonlyMap<string, number>[]): Map<string, number> {
	return new Map(maps.flatMap((map) => [...map]));
}

export function upTo(map: ReadonlyMap<string, number>, last: number): Map<string, number> {
	return new Map([...map].filter(([, value]) => value <= last));
}

export function countHundreds(
	units: ReadonlyMap<string, number>,
	words: readonly string[],
): Map<string, number> {
	return new Map(
		words.flatMap((word) => [
			[word, 100] as const,
			...[...units].map(([unit, value]) => [`${unit} ${word}`, value * 100] as const),
		]),
	);
}
