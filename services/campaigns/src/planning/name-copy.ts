const nameCharactersMax = 200;
const suffix = " (copy)";

/** The name of a campaign's duplicate; a long one is cut, but no character in two. */
export function nameCopy(name: string): string {
	const kept = name.slice(0, nameCharactersMax - suffix.length).replace(/[\ud800-\udbff]$/, "");
	return `${kept.trimEnd()}${suffix}`;
}
