import type { Fact } from "./briefing.ts";
import { isEveryday } from "./everyday-words.ts";
import { stemOf, tokensOf } from "./fold-text.ts";
import { topicsOf } from "./topics.ts";

/** One shared word of content, or one shared topic that the question is mostly about. */
const enough = 2;

/** Null when no fact is about the question. */
export function findFact(question: string, facts: readonly Fact[]): Fact | null {
	const asked = new Set(
		tokensOf(question)
			.filter((token) => !isEveryday(token) && token.length > 2)
			.map(stemOf),
	);
	const topics = topicsOf(question);
	let best: Fact | null = null;
	let most = 0;
	for (const fact of facts) {
		const score = scoreFact(fact, asked, topics);
		if (score > most) {
			best = fact;
			most = score;
		}
	}
	return most >= enough ? best : null;
}

function scoreFact(fact: Fact, asked: ReadonlySet<string>, topics: ReadonlySet<string>): number {
	if (/^(?:name|greeting|company)$/i.test(fact.label)) return 0;
	const tokens = new Set(tokensOf(`${fact.label} ${fact.text}`).map(stemOf));
	const own = topicsOf(`${fact.label} ${fact.text}`);
	if (address.test(fact.text)) own.add("place");
	const headed = topicsOf(fact.label);
	let score = 0;
	for (const word of asked) {
		const isTopic = topicsOf(word).size > 0;
		if (tokens.has(word)) score += isTopic ? 1 : 2;
		else if (!isTopic) score -= 1;
	}
	for (const topic of topics) {
		if (!own.has(topic)) continue;
		score += headed.has(topic) ? 4 : isAbout(fact, topic) ? 2 : 0;
	}
	// "Parking" is not answered by "open".
	const missing = [...topics].filter((topic) => !own.has(topic) && !general.has(topic)).length;
	return score - missing * 2;
}

const address =
	/\b(?:we are|office is|shop is|located) (?:at|on|in)\b|\b\d+ \p{Lu}\p{L}+ (?:street|road|lane|avenue)\b/iu;
const general = new Set(["hours", "place", "price", "contact", "repair", "offering"]);

function isAbout({ text }: Fact, topic: string): boolean {
	if (topic === "place") return address.test(text) || /\baddress\b/i.test(text);
	if (topic === "price") return /[$€£]|\d+ dollars|free|cost|price/i.test(text);
	return true;
}
