const nameCharactersMax = 200;
const suffix = " (copy)";

/** A long name is cut, but never inside a surrogate pair. */
export function nameOfCopy(name: string): string {
	const kept = name.slice(0, nameCharactersMax - suffix.length).replace(/[\ud800-\udbff]$/, "");
	return `${kept.trimEnd()}${suffix}`;
}
