import type { ErasurePortion } from "../contacts/erasure.ts";
import type { ServiceDiagnosis } from "../diagnosis.ts";
import type { Result } from "../errors.ts";

/** A Worker that works with something outside says what is wrong with it. Asks models and the carrier: not for every minute. */
export interface DiagnosisRpc {
	diagnose(): Promise<Result<ServiceDiagnosis>>;
}

/** A Worker that holds something of a person. */
export interface ErasureRpc {
	/**
	 * Erases one portion of what this Worker holds of a number, E.164. The table `erasures` names it meanwhile: without that the
	 * database refuses. Counts, and opt-outs by their hash, stay.
	 */
	erasePerson(number: string): Promise<Result<ErasurePortion>>;
}
