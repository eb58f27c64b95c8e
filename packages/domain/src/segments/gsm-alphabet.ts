/**
 * GSM 03.38 (3GPP TS 23.038), default alphabet: one septet each. Lower-case ç, the backtick and TAB are not in it.
 */
const basic =
	"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
	"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Extension table: an escape and a second septet. */
const extension = "\f^{}\\[~]|€";

/** By UTF-16 unit; 0: not in the alphabet. Both tables end at the euro sign. */
const septets = new Uint8Array("€".charCodeAt(0) + 1);
for (const character of basic) septets[character.charCodeAt(0)] = 1;
for (const character of extension) septets[character.charCodeAt(0)] = 2;

/** Returns the septets of a UTF-16 unit; 0: not in the alphabet. */
export function septetsOf(unit: number): number {
	return septets[unit] ?? 0;
}
