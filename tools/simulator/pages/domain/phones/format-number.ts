/** "+1 (415) 555-0101" for the US; others unchanged. */
export function formatNumber(number: string): string {
	const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
	if (us) return `+1 (${us[1]}) ${us[2]}-${us[3]}`;
	return number.replace(/^(client|sip):/, "");
}

/** Formats a US number while it is being typed; other text stays. */
export function formatTyping(typed: string): string {
	const digits = typed.replace(/[\s()-]/g, "");
	const us = /^(\+?1)?(\d{4,10})$/.exec(digits);
	if (!us) return digits;
	const rest = us[2] ?? "";
	const country = us[1] ? `${us[1]} ` : "";
	const line = rest.slice(6);
	return `${country}(${rest.slice(0, 3)}) ${rest.slice(3, 6)}${line ? `-${line}` : ""}`;
}

/** Ten digits are a US number; short codes and E.164 stay. */
export function parseNumber(typed: string): string {
	const compact = typed.replace(/[^\d+*#]/g, "");
	if (/^\d{10}$/.test(compact)) return `+1${compact}`;
	if (/^1\d{10}$/.test(compact)) return `+${compact}`;
	return compact;
}
