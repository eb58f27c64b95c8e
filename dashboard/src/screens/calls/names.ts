import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import { partyLine } from "../../parts/calling/party.ts";
import type { View } from "../../parts/view.ts";
import { currentSession } from "../../session/session.ts";
import { formatNumber, nameOrNumber } from "../../words/phone-numbers.ts";
import { callOutcomeWords, callStatusWords, type Status } from "../../words/statuses.ts";

export function partyOf({ direction, from, to }: Pick<CallSummary, "direction" | "from" | "to">) {
	return direction === "inbound" ? from : to;
}

export function nameParty(call: CallSummary): string {
	return nameOrNumber({ number: partyOf(call), contactName: call.contactName });
}

export function partyView(call: CallSummary): View {
	return partyLine({ number: partyOf(call), contactName: call.contactName });
}

/** The company number's label; a number without an extension is the main line. */
export function nameLine({ direction, from, to }: Pick<CallSummary, "direction" | "from" | "to">): string {
	const ours = direction === "inbound" ? to : from;
	const numbers = currentSession()?.numbers ?? [];
	const known = numbers.find(({ number }) => number === ours);
	if (known?.label) return known.label;
	const shared = numbers.filter(({ extension }) => extension === null);
	return known && shared.length === 1 && shared[0] === known ? "Main line" : formatNumber(ours);
}

export function statusOf({ outcome, status }: Pick<CallSummary, "outcome" | "status">): Status {
	return outcome ? callOutcomeWords[outcome] : callStatusWords[status];
}
