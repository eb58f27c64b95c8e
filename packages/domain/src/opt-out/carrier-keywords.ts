import type { NumberKind } from "@cloudpbx/contracts/extensions/numbers";

export type SenderKind = NumberKind | "short_code";

interface CarrierKeyword {
	kind: "opt_out" | "opt_in" | "help";
	/** Our numbers on which the carrier acts on the word and replies. */
	answeredOn: readonly SenderKind[];
	meantOn: readonly SenderKind[];
}

const anywhere: readonly SenderKind[] = ["local", "toll_free", "short_code"];

/**
 * Handling of a one-word message, in any case. Local: Twilio's default. Toll-free: the network knows STOP, START
 * and UNSTOP, Twilio adds HELP and INFO. Short codes: nothing outside of a Messaging Service. Sources, read on
 * 2026-11-22: twilio.com/docs/messaging/tutorials/advanced-opt-out; help articles 223134027, 360058144374,
 * 223181748; 47 CFR 64.1200(a)(10).
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

/** Returns the keyword that is the whole message, blanks aside; null when it is none on this kind of number. */
export function findCarrierKeyword(body: string, senderKind: SenderKind): CarrierKeyword | null {
	const keyword = keywords.get(body.trim().toUpperCase());
	return keyword?.meantOn.includes(senderKind) ? keyword : null;
}

function list(words: string, keyword: CarrierKeyword): [string, CarrierKeyword][] {
	return words.split(" ").map((word) => [word, keyword]);
}
