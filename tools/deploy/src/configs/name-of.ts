/** The repository's own word before its names; an installation has its own. */
const word = "cloudpbx";

/** What an installation calls a thing of the configurations: `cloudpbx-voice` and `message-jobs` alike get its prefix. */
export function nameOf(prefix: string, name: string): string {
	if (name === word) return prefix;
	return name.startsWith(`${word}-`) ? `${prefix}${name.slice(word.length)}` : `${prefix}-${name}`;
}
