import type { NumberKind } from "@cloudpbx/contracts/extensions/numbers";

/** The kind of our number that was written to: carriers treat the same word differently on each. */
export type SenderKind = NumberKind | "short_code";

interface CarrierKeyword {
	kind: "opt_out" | "opt_in" | "help";
	/** On which of our numbers the carrier itself acts on the word and replies. */
	answeredOn: readonly SenderKind[];
	/** On which of our numbers the word has this meaning at all. */
	meantOn: readonly SenderKind[];
}

const anywhere: readonly SenderKind[] = ["local", "toll_free", "short_code"];

/**
 * What carriers do with a message that is a single word, in any case. Local numbers: Twilio's default handling. Toll-free
 * numbers: the network knows STOP, START and UNSTOP only, Twilio adds HELP and INFO. Short codes: nothing outside of a
 * Messaging Service. The further words of an opt-out are sufficient in law wherever they are sent.
 *
 * Sources: twilio.com/docs/messaging/tutorials/advanced-opt-out; help articles 223134027 (local), 360058144374
 * (toll-free), 223181748 (short codes); 47 CFR 64.1200(a)(10). Read on 2026-11-22.
 */
const keywords: ReadonlyMap<string, CarrierKeyword> = new Map([
	...list("STOP", { kind: "opt_out", answeredOn: ["local", "toll_free"], meantOn: anywhere }),
	...list("STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT", {
		kind: "opt_out",
		answeredOn: ["local"],
		meantOn: anywhere,
	}),
	...list("START UNSTOP", { kind: "opt_in", answeredOn: ["local", "toll_free"], meantOn: anywhere }),
	...list("YES", { kind: "opt_in", answeredOn: ["local"], meantOn: ["local"] }),
	...list("HELP INFO", { kind: "help", answeredOn: ["local", "toll_free"], meantOn: anywhere }),
]);

/** The keyword that the whole message is, blanks around it aside; null when it is none on this kind of number. */
export function findCarrierKeyword(body: string, senderKind: SenderKind): CarrierKeyword | null {
	const keyword = keywords.get(body.trim().toUpperCase());
	return keyword?.meantOn.includes(senderKind) ? keyword : null;
}

function list(words: string, keyword: CarrierKeyword): [string, CarrierKeyword][] {
	return words.split(" ").map((word) => [word, keyword]);
}
