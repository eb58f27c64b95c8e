export function newSid(
	prefix:
		| "CA"
		| "RE"
		| "TR"
		| "PN"
		| "QU"
		| "CF"
		| "SM"
		| "MM"
		| "ME"
		| "MG"
		| "HH"
		| "BN"
		| "QE"
		| "NO"
		| "EM",
): string {
	return prefix + crypto.randomUUID().replaceAll("-", "");
}
