import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { refuseForeignFields } from "@cloudpbx/domain/merge-fields/refuse-foreign-fields";

const graceMilliseconds = 60_000;

type Refused = Extract<Result<never>, { ok: false }>;

export function refusePastStart(startAt: string | null | undefined, now: Date): Refused | null {
	if (!startAt || Date.parse(startAt) >= now.getTime() - graceMilliseconds) return null;
	return refuse("bad_input", `startAt: ${startAt} is in the past. Leave it out to start at once.`);
}

export function refuseMessage(message: string): Refused | null {
	const fault = refuseForeignFields(message);
	return fault === null ? null : refuse("bad_input", `message: ${fault}`);
}
