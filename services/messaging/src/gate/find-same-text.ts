import { cleanTextBody } from "@cloudpbx/domain/clean-text-body";

/** What a trial account's texts begin with (help.twilio.com/articles/223136107). */
const trialNotice = /^sent from (?:your|a) twilio trial account\s*[-–—:]\s*/i;

/**
 * Finds a text of ours among the carrier's: first one with exactly its words, then one with its words as the
 * carrier may have changed them. Null: none.
 */
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

/** With and without: our own words may begin like the notice. */
function withoutNotice(body: string): string[] {
	const shorter = body.replace(trialNotice, "");
	return shorter === body ? [body] : [shorter, body];
}

function exactWords(body: string): string {
	return cleanTextBody(body).trim();
}

/**
 * The words without what a Messaging Service's Smart Encoding replaces and what networks do to spaces. Letters,
 * digits, emoji and the case stay: other words are another text.
 */
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
