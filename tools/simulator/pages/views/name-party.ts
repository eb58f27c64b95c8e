import { describeListed, describeNumber } from "../domain/phones/describe-party.ts";
import { formatNumber } from "../domain/phones/format-number.ts";
import { state } from "../state.ts";

/** Who is at a number: a phone on this page, a number of the company, else the number itself. */
export function nameParty(number: string): string {
	return findParty(number)?.name ?? describeNumber(number);
}

/** What stands below the name: the number, with the extension before it; "" when the name says it already. */
export function detailParty(number: string): string {
	return findParty(number)?.detail ?? "";
}

function findParty(number: string): { name: string; detail: string } | null {
	const phone = state.phones.find((one) => one.number === number);
	if (phone) return { name: phone.name, detail: formatNumber(number) };
	const listed = state.numbers.find((one) => one.phoneNumber === number);
	return listed?.friendlyName ? describeListed(listed.friendlyName, number) : null;
}

/** Up to two letters for a round picture; "" when there is only a number. */
export function initialsOf(name: string): string {
	return name
		.split(/[\s’']+/)
		.map((word) => word.charAt(0))
		.filter((letter) => /\p{L}/u.test(letter) && letter === letter.toUpperCase())
		.slice(0, 2)
		.join("");
}

/** A colour for every party, the same on each page; neighbouring numbers differ. */
export function hueOf(number: string): string {
	return /\d$/.exec(number)?.[0] ?? "0";
}
