import { cleanTextBody } from "@cloudpbx/domain/clean-text-body";

/** The notice before the texts of a trial account (help.twilio.com/articles/223136107). */
const trialNotice = /^sent from (?:your|a) twilio trial account\s*[-–—:]\s*/i;

/** First by its exact words, then by words as the carrier may change them. */
export function findSameText<Text extends { body: string }>(
	body: string,
	texts: readonly Text[],
): Text | null {
	const [exact, plain] = [exactWords(body), plainWords(body)];
	return (
		texts.find((text) => exactWords(text.body) === exact) ??
		texts.find((text) => withoutNotice(text.body).some((words) => plainWords(words) === plain)) ??
		null
	);
}

/** Both forms, because our own words may begin like the notice. */
function withoutNotice(body: string): string[] {
	const shorter = body.replace(trialNotice, "");
	return shorter === body ? [body] : [shorter, body];
}

function exactWords(body: string): string {
	return cleanTextBody(body).trim();
}

/** Removes differences that Smart Encoding and networks make. Letters, digits, emoji and case stay. */
function plainWords(body: string): string {
	return cleanTextBody(body)
		.replace(/[‘’‚‛′ʻʼˈ`´]/g, "'")
		.replace(/[“”„‟″«»〝〞]/g, '"')
		.normalize("NFKC")
		.replace(/\p{Default_Ignorable_Code_Point}/gu, "")
		.replace(/[‐‑‒–—―−]/g, "-")
		.replace(/\s+/g, " ")
		.trim();
}
