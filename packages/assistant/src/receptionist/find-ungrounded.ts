/** Emergency numbers belong to nobody. */
const PUBLIC_NUMBERS = new Set(["911", "112"]);
const NUMBER = /\d+(?:[.,:]\d+)*/g;
const SITE_OR_MAIL =
	/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|co|us|de|es|fr|info)\b/giu;

/**
 * The first number, mail address or site in an answer that the sources do not hold, or `null`. A time may be told on
 * the other clock: "17:00" in the sources grounds "5 p.m.".
 */
export function findUngrounded(answer: string, sources: readonly string[]): string | null {
	const source = sources.join(" \n ").toLowerCase();
	for (const [found] of answer.toLowerCase().matchAll(SITE_OR_MAIL))
		if (!source.includes(found)) return found;
	const known = new Set<string>();
	for (const [number] of source.matchAll(NUMBER)) for (const form of formsOf(number)) known.add(form);
	for (const [number] of answer.matchAll(NUMBER)) {
		if (PUBLIC_NUMBERS.has(number)) continue;
		if (!formsOf(number).some((form) => known.has(form))) return number;
	}
	return null;
}

function formsOf(number: string): string[] {
	const time = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(number);
	const hour = Number(time?.[1]);
	if (time === null || hour > 24) return [number.replace(/[.,](?=\d{3}\b)/g, "").replace(/[.,]0+$/, "")];
	const minutes = time[2] === undefined || time[2] === "00" ? "" : `:${time[2]}`;
	return [`${hour}${minutes}`, `${(hour + 12) % 24}${minutes}`];
}
