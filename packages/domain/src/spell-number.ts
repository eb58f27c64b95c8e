/**
 * An E.164 number as it is read out: digit by digit, in the groups of its country where they are known. Digits apart are read
 * one by one, "415" as four hundred and fifteen (twilio.com/docs/voice/twiml/say).
 */
export function spellNumber(number: string): string {
	const national = number.match(/^\+1(\d{3})(\d{3})(\d{4})$/);
	if (national) return national.slice(1).map(spellDigits).join(", ");
	const groups = number.replace(/\D/g, "").match(/\d{1,3}/g) ?? [];
	return `plus ${groups.map(spellDigits).join(", ")}`;
}

/** "777" would be read as a number; digits apart are read one by one. */
export function spellDigits(digits: string): string {
	return digits.split("").join(" ").replaceAll("*", "star");
}
