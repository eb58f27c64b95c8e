/** The repository's prefix, which an installation replaces. */
const word = "cloudpbx";

export function nameOf(prefix: string, name: string): string {
	if (name === word) return prefix;
	return name.startsWith(`${word}-`) ? `${prefix}${name.slice(word.length)}` : `${prefix}-${name}`;
}
