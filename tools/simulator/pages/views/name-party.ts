import { describeListed, describeNumber } from "../domain/phones/describe-party.ts";
import { formatNumber } from "../domain/phones/format-number.ts";
import { state } from "../state.ts";

/** A phone's name, a name of the company's number, or the number. */
export function nameParty(number: string): string {
	return findParty(number)?.name ?? describeNumber(number);
}

/** The number, with its extension; "" when the name already says it. */
export function detailParty(number: string): string {
	return findParty(number)?.detail ?? "";
}

function findParty(number: string): { name: string; detail: string } | null {
	const phone = state.phones.find((one) => one.number === number);
	if (phone) return { name: phone.name, detail: formatNumber(number) };
	const listed = state.numbers.find((one) => one.phoneNumber === number);
	return listed?.friendlyName ? describeListed(listed.friendlyName, number) : null;
}

/** At most two letters; "" for a plain number. */
export function initialsOf(name: string): string {
	return name
		.split(/[\s’']+/)
		.map((word) => word.charAt(0))
		.filter((letter) => /\p{L}/u.test(letter) && letter === letter.toUpperCase())
		.slice(0, 2)
		.join("");
}

/** The same everywhere; neighbouring numbers differ. */
export function hueOf(number: string): string {
	return /\d$/.exec(number)?.[0] ?? "0";
}
