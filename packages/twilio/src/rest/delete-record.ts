import { deleteFromAccount } from "./ask-account.ts";
import { type CarrierResult, toDeletionResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

/** A text, a file of it, or a call, below the account. */
const recordPath = /^(?:Messages\/(?:SM|MM)[0-9a-f]{32}(?:\/Media\/ME[0-9a-f]{32})?|Calls\/CA[0-9a-f]{32})$/i;

/**
 * Removes what the carrier keeps of a text, file or call for good. What is gone counts as removed. `refused` while a text or call is
 * under way (error 20009).
 */
export async function deleteRecord(carrier: Carrier, path: string): Promise<CarrierResult<null>> {
	if (!recordPath.test(path)) return { ok: true, value: null };
	return toDeletionResult(() => deleteFromAccount(carrier, `/${path}.json`));
}

/** Where the carrier has a file of a text, from its address. Null: not at the carrier. */
export function mediaPathOf(url: string): string | null {
	return /\/(Messages\/\w{34}\/Media\/\w{34})(?:[.?]|$)/.exec(url)?.[1] ?? null;
}
