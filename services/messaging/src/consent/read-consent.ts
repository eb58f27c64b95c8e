import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { dropOwnWords } from "@cloudpbx/domain/opt-out/drop-own-words";
import { isReaction } from "@cloudpbx/domain/opt-out/is-revocation";
import { readConsentWords } from "@cloudpbx/domain/opt-out/read-consent-words";
import { readWish } from "@cloudpbx/domain/opt-out/read-wish";

/**
 * The effect of a text on its sender's consent. `isSilent`: the assistant does not answer. `reply`: the answer that
 * the carrier does not send; `how_to_opt_in` is for an opted-out number.
 */
export interface Consent {
	effect: "opt_out" | "opt_in" | "none";
	source: "keyword" | "sentence";
	isSilent: boolean;
	reply: "confirmation" | "help" | "how_to_opt_in" | null;
	/** YES opts in an opted-out number; from any other number it is an ordinary answer. */
	isOnlyIfOptedOut: boolean;
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

/** `carrierConsent`: the change that the carrier says it has made. */
interface ReceivedWords {
	parts: readonly string[];
	to: string;
	carrierConsent: "opt_out" | "opt_in" | "help" | null;
}

/**
 * `ownTexts`: our latest texts to the sender, whose quoted words do not count. Several bodies are read one by one:
 * one opt-out is enough; any other effect must be in all of them.
 */
export function readConsent(
	{ parts, to, carrierConsent }: ReceivedWords,
	ownTexts: readonly string[],
): Consent {
	const [first = nothing, ...others] = parts.map((part) => readPart(part, to, ownTexts));
	const optOut = [first, ...others].find(({ effect }) => effect === "opt_out");
	// The carrier has already made and answered this change.
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
				// The carrier acts only on a message that consists of the keyword.
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
