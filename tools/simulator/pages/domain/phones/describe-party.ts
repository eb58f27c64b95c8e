import { formatNumber } from "./format-number.ts";

/** "Jane Smith, extension 101" becomes Jane Smith, with 101 beside her number. */
export function describeListed(friendlyName: string, number: string): { name: string; detail: string } {
	const [, person, extension] = /^(.+), extension (\w+)$/.exec(friendlyName) ?? [];
	if (person) return { name: person, detail: `${extension} · ${formatNumber(number)}` };
	return { name: friendlyName, detail: formatNumber(number) };
}

/** Words of carriers for a withheld number. */
const withheld = /^(anonymous|restricted|unavailable|unknown)$/i;

export function describeNumber(number: string): string {
	return withheld.test(number) ? "No Caller ID" : formatNumber(number);
}
