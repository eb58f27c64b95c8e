import { columnKindOf, plainHeading } from "@cloudpbx/domain/csv/column-kind";

/** Names of the number field, best first. Other telephone names rank lower, `to` last. */
const numberNames = ["number", "phonenumber", "phone"];

export interface RecipientNames {
	number: string | null;
	timeZone: string | null;
	state: string | null;
}

/** Finds the fields for number, time zone and state. `Phone Number` equals `phoneNumber`. */
export function findRecipientNames(names: readonly string[]): RecipientNames {
	const found: RecipientNames = { number: null, timeZone: null, state: null };
	let best = Number.POSITIVE_INFINITY;
	for (const name of names) {
		const kind = columnKindOf(name);
		if (kind === "number") {
			const rank = rankOf(plainHeading(name));
			if (rank >= best) continue;
			best = rank;
			found.number = name;
		} else if (kind === "timeZone") found.timeZone ??= name;
		else if (kind === "state" && (found.state === null || plainHeading(name) === "state")) found.state = name;
	}
	return found;
}

function rankOf(plain: string): number {
	const rank = numberNames.indexOf(plain);
	if (rank !== -1) return rank;
	return plain === "to" ? numberNames.length + 1 : numberNames.length;
}
