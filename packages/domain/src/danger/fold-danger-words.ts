const writtenOut: readonly [RegExp, string][] = [
	[/\bcan['’]?t\b|\bcannot\b/g, "can not"],
	[/\bwon['’]?t\b/g, "will not"],
	[/\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n['’]?t\b/g, "$1 not"],
	[/\bain['’]?t\b/g, "is not"],
	[/\bi['’]?m\b/g, "i am"],
	[/\bi['’]?ve\b/g, "i have"],
	[/\bi['’]ll\b/g, "i will"],
	[/\bi['’]d\b/g, "i would"],
	[/\b(he|she|it|that|there|here|who|what)['’]?s\b/g, "$1 is"],
	[/\b(they|you|we)['’]re\b|\b(they|you)re\b/g, "$1$2 are"],
	[/['’]s\b/g, " is"],
	[/\bwan+a\b|\bwan(?:t)? (?:2|too)\b/g, "want to"],
	[
		/\bgon+a\b|\bgun+a\b|\bgo(?:ing|in) (?:to|2)\b|\b(?:fixing|fittin|about|bout|ready) to\b|\bfin+a\b|\bboutta\b/g,
		"gonna",
	],
	[/\bpl[sz]\b/g, "please"],
	[/\b(breath|chok|bleed|dy|kill|hit|beat|burn|shoot|wak|mov)in\b/g, "$1ing"],
	[/\bsu+[ie]*[cs][ie]*[cs]?id(e|al|ed|es|ing)\b|\bsewer ?slid(e|al|ing)\b/g, "suicid$1$2"],
	[/\bk[1!]ll/g, "kill"],
	[/\bd[1!]e\b/g, "die"],
];

/** Folds to lower case without accents, `|` between sentences, laughter as `haha`. */
export function foldDangerWords(text: string): string {
	return splitSentences(simplify(text));
}

/** Also writes English contractions out: "i'm gonna" and "im going to" are the same. */
export function foldEnglishDangerWords(text: string): string {
	return splitSentences(
		writtenOut.reduce((words, [short, long]) => words.replace(short, long), simplify(text)),
	);
}

function simplify(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[\p{M}\p{Cf}]/gu, "")
		.toLowerCase()
		.replace(/[‘’ʼ`´]/g, "'")
		.replace(/[😂🤣😹]/gu, " haha ")
		.replace(/\b(?:lo+l|lmf?ao|rofl|haha\w*|jajaja\w*|mdr|kkkk+|jk)\b/g, "haha")
		.replace(/ß/g, "ss");
}

function splitSentences(text: string): string {
	return text
		.replace(/[.!?;\n]+/g, " | ")
		.replace(/[^\p{L}\p{N}|]+/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
}
