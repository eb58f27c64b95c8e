import { formatNumber } from "../domain/format-number.ts";
import { state } from "../state.ts";

/** Who is at a number: a phone on this page, a number of the company, else the number itself. */
export function nameParty(number: string): string {
	const phone = state.phones.find((one) => one.number === number);
	if (phone) return phone.name;
	const listed = state.numbers.find((one) => one.phoneNumber === number);
	return listed?.friendlyName || formatNumber(number);
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
