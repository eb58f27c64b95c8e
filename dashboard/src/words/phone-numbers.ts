/** "(415) 555-0101" for North America; others in groups after the plus. */
export function formatNumber(number: string | null): string {
	if (number === null) return "Unknown caller";
	const national = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
	if (national) return `(${national[1]}) ${national[2]}-${national[3]}`;
	const foreign = /^\+(\d{6,15})$/.exec(number);
	return foreign?.[1] ? `+${foreign[1].replace(/(?<=\d)(?=(\d{3})+$)/g, " ")}` : number;
}

export function nameOrNumber({
	number,
	contactName,
}: {
	number: string | null;
	contactName?: string | null;
}) {
	return contactName ?? formatNumber(number);
}

/** E.164 for text that looks like a number; ten digits are North American. The server validates it. */
export function readTypedNumber(typed: string): string | null {
	if (/[^\d\s()+.\-–]/.test(typed)) return null;
	const digits = typed.replace(/\D/g, "");
	if (typed.trim().startsWith("+")) return /^\d{7,15}$/.test(digits) ? `+${digits}` : null;
	if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
	return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : null;
}
