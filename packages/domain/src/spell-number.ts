/** Reads an E.164 number digit by digit, in its country's groups where known: twilio.com/docs/voice/twiml/say. */
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
