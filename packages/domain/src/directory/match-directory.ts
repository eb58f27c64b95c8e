import { listSpokenNumbers } from "../spoken-numbers/list-spoken-numbers.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { DirectoryMention, MentionStrength } from "./directory-mention.ts";
import { getCorrectionEnd } from "./get-correction-end.ts";
import { isAside } from "./is-aside.ts";
import { isNegated } from "./is-negated.ts";
import { listDepartmentMentions } from "./list-department-mentions.ts";
import { listPersonMentions } from "./list-person-mentions.ts";
import { listPurposeMentions } from "./list-purpose-mentions.ts";
import { type SpokenWord, splitWords } from "./split-words.ts";

const rank: Readonly<Record<MentionStrength, number>> = { exact: 4, alike: 3, purpose: 2, topic: 1, weak: 0 };

/** Finds names (misheard too), departments, topics and spoken extensions in spoken order. Deterministic. */
export function matchDirectory(utterance: string, directory: readonly DirectoryEntry[]): DirectoryMention[] {
	const words = splitWords(utterance);
	const candidates = [
		...findExtensions(words, directory),
		...listPersonMentions(words, directory),
		...listDepartmentMentions(words, directory),
		...listPurposeMentions(words, directory),
	].sort((a, b) => rank[b.strength] - rank[a.strength] || b.length - a.length || a.at - b.at);
	const mentions: DirectoryMention[] = [];
	for (const candidate of candidates) {
		const rival = mentions.find((taken) => overlap(taken, candidate));
		if (rival === undefined) mentions.push({ ...candidate });
		else if (isSameReading(rival, candidate)) rival.extensions = union(directory, rival, candidate);
	}
	const correctedAt = getCorrectionEnd(words);
	const isCorrected = mentions.some(({ at, strength }) => at >= correctedAt && strength !== "weak");
	return mentions
		.filter(({ at }) => !isCorrected || at >= correctedAt)
		.filter((mention) => !isNegated(words, mention.at))
		.map((mention) => (isToldOnly(words, mention) ? { ...mention, strength: "weak" as const } : mention))
		.sort((a, b) => a.at - b.at);
}

function isToldOnly(words: readonly SpokenWord[], { kind, at, length }: DirectoryMention): boolean {
	return kind === "person" && isAside(words, at, length);
}

function findExtensions(
	words: readonly SpokenWord[],
	directory: readonly DirectoryEntry[],
): DirectoryMention[] {
	return listSpokenNumbers(words).flatMap(({ digits, at, length }) =>
		directory.some((entry) => entry.ext === digits) && !isCounted(words, at, length)
			? [{ kind: "extension", strength: "exact", extensions: [digits], at, length }]
			: [],
	);
}

const numberedReach = 3;
const numbered = new Set(
	`room suite apartment apt unit floor gate street invoice order ticket case claim account page building highway route model version
	size table seat flight bus terminal po box zip code year policy po habitacion calle factura pedido chambre facture commande zimmer
	rechnung bestellung strasse stanza fattura ordine quarto fatura pedido`.split(/\s+/),
);
const counted = new Set(
	`dollars dollar bucks cents euros pounds percent units pieces items bags boxes cups people persons guests days hours minutes weeks
	months years miles degrees street avenue road drive lane pesos reais euro personas dias horas minutos jours heures minutes tage
	stunden minuten giorni ore minuti`.split(/\s+/),
);

/** A number of something else: "room 101", "one hundred and one dollars". */
function isCounted(words: readonly SpokenWord[], at: number, length: number): boolean {
	if (counted.has(words[at + length]?.text ?? "")) return true;
	return words.slice(Math.max(0, at - numberedReach), at).some(({ text }) => numbered.has(text));
}

function overlap(a: DirectoryMention, b: DirectoryMention): boolean {
	return a.at < b.at + b.length && b.at < a.at + a.length;
}

function isSameReading(a: DirectoryMention, b: DirectoryMention): boolean {
	return a.kind === b.kind && a.at === b.at && a.length === b.length && a.strength === b.strength;
}

function union(directory: readonly DirectoryEntry[], a: DirectoryMention, b: DirectoryMention): string[] {
	const both = new Set([...a.extensions, ...b.extensions]);
	return directory.flatMap((entry) => (both.has(entry.ext) ? [entry.ext] : []));
}
