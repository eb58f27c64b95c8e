import type { ErasurePortion } from "../contacts/erasure.ts";
import type { ServiceDiagnosis } from "../diagnosis.ts";
import type { Result } from "../errors.ts";

/** For a Worker that depends on something outside. Asks models and the carrier, so it is not for every minute. */
export interface DiagnosisRpc {
	diagnose(): Promise<Result<ServiceDiagnosis>>;
}

export interface ErasureRpc {
	/** Erases one portion of an E.164 number's data, named in `erasures`. Counts and hashed opt-outs stay. */
	erasePerson(number: string): Promise<Result<ErasurePortion>>;
}
