import { deleteFromAccount } from "./ask-account.ts";
import { type CarrierResult, toDeletionResult } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";

const recordPath = /^(?:Messages\/(?:SM|MM)[0-9a-f]{32}(?:\/Media\/ME[0-9a-f]{32})?|Calls\/CA[0-9a-f]{32})$/i;

/** `path` is one of record-paths.ts. A missing record counts as deleted. `refused` while the text or call is under way (error 20009). */
export async function deleteRecord(carrier: Carrier, path: string): Promise<CarrierResult<null>> {
	if (!recordPath.test(path)) return { ok: true, value: null };
	return toDeletionResult(() => deleteFromAccount(carrier, `/${path}.json`));
}
