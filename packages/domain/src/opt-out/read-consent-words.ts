import { findCarrierKeyword, type SenderKind } from "./carrier-keywords.ts";
import { isRevocation } from "./is-revocation.ts";
import { wantsTextsAgain } from "./wants-texts-again.ts";

/**
 * `carrier_keyword`: the whole message is one of the carriers' keywords. `isAnsweredByCarrier`: on this kind of number
 * the carrier acts on it and replies, so we stay silent; otherwise an opt-out is confirmed once by us, help is answered
 * by us. A sentence is never answered by the carrier.
 */
export type ConsentWords =
	| { kind: "opt_out"; by: "carrier_keyword"; isAnsweredByCarrier: boolean }
	| { kind: "opt_out"; by: "sentence"; isAnsweredByCarrier: false }
	| { kind: "opt_in"; by: "carrier_keyword"; isAnsweredByCarrier: boolean }
	| { kind: "opt_in_wish"; by: "sentence"; isAnsweredByCarrier: false }
	| { kind: "help"; by: "carrier_keyword"; isAnsweredByCarrier: boolean }
	| { kind: "none" };

/**
 * What a text says about being texted. `opt_in` says what the carrier makes of the word: YES to a local number is an
 * ordinary answer as well, so whoever was not opted out has merely said yes. `opt_in_wish`: the wish in words on which the
 * carrier does not act, so that it takes START to fulfil it.
 */
export function readConsentWords(body: string, senderKind: SenderKind): ConsentWords {
	const keyword = findCarrierKeyword(body, senderKind);
	if (keyword) {
		const isAnsweredByCarrier = keyword.answeredOn.includes(senderKind);
		return { kind: keyword.kind, by: "carrier_keyword", isAnsweredByCarrier };
	}
	if (isRevocation(body)) return { kind: "opt_out", by: "sentence", isAnsweredByCarrier: false };
	if (wantsTextsAgain(body)) return { kind: "opt_in_wish", by: "sentence", isAnsweredByCarrier: false };
	return { kind: "none" };
}
