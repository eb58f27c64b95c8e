/** Every typed word must begin a word of label or detail. Labels that begin with the text come first. */
export function filterCommands<Item extends { label: string; detail?: string | undefined }>(
	items: Item[],
	typed: string,
): Item[] {
	const wanted = split(typed);
	const whole = wanted.join(" ");
	const found = items.filter(({ label, detail = "" }) => {
		const words = split(`${label} ${detail}`);
		return wanted.every((word) => words.some((one) => one.startsWith(word)));
	});
	const isFirst = ({ label }: Item) => split(label).join(" ").startsWith(whole);
	return [...found.filter(isFirst), ...found.filter((item) => !isFirst(item))];
}

function split(text: string): string[] {
	return text
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.split(/[^\p{L}\p{N}+]+/u)
		.filter(Boolean);
}
