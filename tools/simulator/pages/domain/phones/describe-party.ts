import { formatNumber } from "./format-number.ts";

/** How a number of the company is named: "Jane Smith, extension 101" is Jane Smith, and 101 stands with her number. */
export function describeListed(friendlyName: string, number: string): { name: string; detail: string } {
	const [, person, extension] = /^(.+), extension (\w+)$/.exec(friendlyName) ?? [];
	if (person) return { name: person, detail: `${extension} · ${formatNumber(number)}` };
	return { name: friendlyName, detail: formatNumber(number) };
}

/** What carriers say in the place of a number that its owner withholds. */
const withheld = /^(anonymous|restricted|unavailable|unknown)$/i;

export function describeNumber(number: string): string {
	return withheld.test(number) ? "No Caller ID" : formatNumber(number);
}
