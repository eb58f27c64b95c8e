const multiLetter: readonly [RegExp, string][] = [
	[/^(?:kn|gn|pn)/, "n"],
	[/^wr/, "r"],
	[/^ps/, "s"],
	[/^wh/, "w"],
	[/mb$/, "m"],
	[/ah$/, "A"],
	[/tch/g, "C"],
	[/sch|sh/g, "X"],
	[/ch/g, "C"],
	[/th/g, "0"],
	[/ph/g, "f"],
	[/[aeiou]*igh/g, "i"],
	[/gh/g, ""],
	[/ck|cq|qu|q/g, "k"],
	[/c(?=[eiy])/g, "s"],
	[/c/g, "k"],
	[/g(?=[eiy])/g, "j"],
	[/dg/g, "j"],
	[/x/g, "ks"],
	[/z/g, "s"],
	[/w(?![aeiouy])/g, "u"],
	[/h(?![aeiouy])/g, ""],
];

/**
 * The sound, one symbol each: speech recognition changes the spelling of a name (`gene` for Jane), not its sound.
 */
export function soundOfWord(word: string): string {
	let letters = word;
	for (const [pattern, sound] of multiLetter) letters = letters.replace(pattern, sound);
	letters = letters.replace(/a([^aeiouy])e(s?)$/, "e$1$2").replace(/(?<=[aeiouy]{1,2}[a-zA-Z0])e$/, "");
	return letters
		.replace(/(.)\1+/g, (run, letter: string) => (/[aeiou]/.test(letter) ? run : letter))
		.replace(/(?!^y[aeiou])[aeiouy]+/g, soundOfVowels)
		.replace(/(.)\1+/g, "$1");
}

function soundOfVowels(vowels: string): string {
	if (vowels === "a" || vowels === "aa") return "A";
	if (/[iey]/.test(vowels)) return "F";
	return "B";
}
