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
	join: (ten: string, unit: string) => string[],
): Map<string, number> {
	const made = new Map<string, number>();
	for (const [ten, tenValue] of tens)
		for (const [unit, unitValue] of units)
			for (const form of join(ten, unit)) made.set(form, tenValue + unitValue);
	return made;
}

/** The forms of `small`, of the tens, and of the tens with a unit. */
export function countBelowHundred(
	small: ReadonlyMap<string, number>,
	tens: ReadonlyMap<string, number>,
	join: (ten: string, unit: string) => string[],
): Map<string, number> {
	return mergeForms(small, tens, combineTens(tens, upTo(small, 9), join));
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
