import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { dropOwnWords } from "@cloudpbx/domain/opt-out/drop-own-words";
import { isReaction } from "@cloudpbx/domain/opt-out/is-revocation";
import { readConsentWords } from "@cloudpbx/domain/opt-out/read-consent-words";
import { readWish } from "@cloudpbx/domain/opt-out/read-wish";

/**
 * The effect of a text on its sender's consent. `isSilent`: the text gets no answer in the conversation.
 * `reply`: the answer that we must send because the carrier does not. `how_to_opt_in` is for a number that is
 * opted out.
 */
export interface Consent {
	effect: "opt_out" | "opt_in" | "none";
	source: "keyword" | "sentence";
	isSilent: boolean;
	reply: "confirmation" | "help" | "how_to_opt_in" | null;
	/** "Yes" opts in a number that is opted out. From all other numbers it is an ordinary answer. */
	isOnlyIfOptedOut: boolean;
	/** The rules see a sign of an opt-out that they are not sure of. */
	isDoubtful: boolean;
}

const nothing: Consent = {
	effect: "none",
	source: "keyword",
	isSilent: false,
	reply: null,
	isOnlyIfOptedOut: false,
	isDoubtful: false,
};

/** `carrierConsent`: what the carrier says it has done already. */
interface ReceivedWords {
	/** The text's bodies, nearly always one. */
	parts: readonly string[];
	/** Our number. */
	to: string;
	carrierConsent: "opt_out" | "opt_in" | "help" | null;
}

/**
 * `ownTexts`: our latest texts to the sender; their words, quoted back, are nobody's wish. Of a text with several
 * bodies each is read alone: an opt-out in one of them counts, and anything else only if all say it.
 */
export function readConsent(
	{ parts, to, carrierConsent }: ReceivedWords,
	ownTexts: readonly string[],
): Consent {
	const [first = nothing, ...others] = parts.map((part) => readPart(part, to, ownTexts));
	const optOut = [first, ...others].find(({ effect }) => effect === "opt_out");
	// The change that the carrier reports as made and answered.
	if (carrierConsent !== null && (others.length === 0 || !optOut)) {
		const effect = carrierConsent === "help" ? "none" : carrierConsent;
		return { ...nothing, effect, isSilent: true };
	}
	if (optOut) return optOut;
	return others.every(({ effect, reply }) => effect === first.effect && reply === first.reply)
		? first
		: nothing;
}

function readPart(body: string, ourNumber: string, ownTexts: readonly string[]): Consent {
	const spoken = dropOwnWords(body, ownTexts);
	const words = readConsentWords(
		spoken.words,
		/^\d{3,6}$/.test(ourNumber) ? "short_code" : numberKindOf(ourNumber),
	);
	switch (words.kind) {
		case "opt_out":
			return {
				...nothing,
				effect: "opt_out",
				source: words.by === "sentence" ? "sentence" : "keyword",
				isSilent: true,
				// The carrier acts on a message that is nothing but the keyword.
				reply: words.isAnsweredByCarrier && !spoken.isQuoting ? null : "confirmation",
			};
		case "opt_in":
			return spoken.isQuoting
				? { ...nothing, reply: "how_to_opt_in" }
				: { ...nothing, effect: "opt_in", isSilent: true, isOnlyIfOptedOut: isYes(body) };
		case "opt_in_wish":
			return { ...nothing, reply: "how_to_opt_in" };
		case "help":
			return { ...nothing, isSilent: true, reply: words.isAnsweredByCarrier ? null : "help" };
		case "none":
			return {
				...nothing,
				isSilent: spoken.isReaction || isReaction(body),
				isDoubtful: readWish([spoken.words]) === "doubtful",
			};
	}
}

function isYes(body: string): boolean {
	return !/start|stop/i.test(body);
}
