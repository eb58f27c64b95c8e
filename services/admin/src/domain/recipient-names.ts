/** What the number may be called, best first; whichever is there besides it is a field like any other. */
const numberNames = ["number", "phonenumber", "phone", "to"];

export interface RecipientNames {
	number: string | null;
	timeZone: string | null;
	state: string | null;
}

/** Which of a recipient's names, or of a file's headings, say where and who it is. `Phone Number` and `phoneNumber` are the same. */
export function findRecipientNames(names: readonly string[]): RecipientNames {
	const found: RecipientNames = { number: null, timeZone: null, state: null };
	let best = numberNames.length;
	for (const name of names) {
		const plain = name.toLowerCase().replace(/[ _-]/g, "");
		const rank = numberNames.indexOf(plain);
		if (rank !== -1 && rank < best) {
			best = rank;
			found.number = name;
		} else if (plain === "timezone") found.timeZone ??= name;
		else if (plain === "state") found.state ??= name;
	}
	return found;
}
