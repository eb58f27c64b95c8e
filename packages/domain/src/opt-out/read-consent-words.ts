import { findCarrierKeyword, type SenderKind } from "./carrier-keywords.ts";
import { isRevocation } from "./is-revocation.ts";
import { wantsTextsAgain } from "./wants-texts-again.ts";

/**
 * `isAnsweredByCarrier`: the carrier replies, so we stay silent; otherwise we confirm an opt-out and answer help.
 */
export type ConsentWords =
	| { kind: "opt_out"; by: "carrier_keyword"; isAnsweredByCarrier: boolean }
	| { kind: "opt_out"; by: "sentence"; isAnsweredByCarrier: false }
	| { kind: "opt_in"; by: "carrier_keyword"; isAnsweredByCarrier: boolean }
	| { kind: "opt_in_wish"; by: "sentence"; isAnsweredByCarrier: false }
	| { kind: "help"; by: "carrier_keyword"; isAnsweredByCarrier: boolean }
	| { kind: "none" };

/**
 * Reads what a text says about being texted. Without an opt-out, an `opt_in` word such as YES is an ordinary
 * answer. `opt_in_wish`: the carrier ignores it; only START fulfils it.
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
