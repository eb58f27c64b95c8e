import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { readConsentWords } from "@cloudpbx/domain/opt-out/read-consent-words";

/**
 * The effect of a text on its sender's consent. `isSilent`: the text gets no answer in the conversation.
 * `reply`: the answer that we must send because the carrier does not.
 */
export interface Consent {
	effect: "opt_out" | "opt_in" | "none";
	source: "keyword" | "sentence";
	isSilent: boolean;
	reply: "confirmation" | "help" | null;
	/** "Yes" opts in a number that is opted out. From all other numbers it is an ordinary answer. */
	isOnlyIfOptedOut: boolean;
}

const nothing: Consent = {
	effect: "none",
	source: "keyword",
	isSilent: false,
	reply: null,
	isOnlyIfOptedOut: false,
};

/** `carrierConsent` is the change that the carrier reports as made and answered. */
export function readConsent(
	body: string,
	ourNumber: string,
	carrierConsent: "opt_out" | "opt_in" | "help" | null,
): Consent {
	if (carrierConsent !== null) {
		const effect = carrierConsent === "help" ? "none" : carrierConsent;
		return { ...nothing, effect, isSilent: true };
	}
	const words = readConsentWords(body, /^\d{3,6}$/.test(ourNumber) ? "short_code" : numberKindOf(ourNumber));
	switch (words.kind) {
		case "opt_out":
			return {
				...nothing,
				effect: "opt_out",
				source: words.by === "sentence" ? "sentence" : "keyword",
				isSilent: true,
				reply: words.isAnsweredByCarrier ? null : "confirmation",
			};
		case "opt_in":
			return { ...nothing, effect: "opt_in", isSilent: true, isOnlyIfOptedOut: isYes(body) };
		case "help":
			return { ...nothing, isSilent: true, reply: words.isAnsweredByCarrier ? null : "help" };
		case "none":
			return nothing;
	}
}

function isYes(body: string): boolean {
	return !/start|stop/i.test(body);
}
