import { describeError, log } from "./log.ts";

/** Runs one part of a sweep. Returns its count; null when it failed. A failure stops no other part. */
export async function attemptPart(part: string, work: () => Promise<number>): Promise<number | null> {
	try {
		return await work();
	} catch (error) {
		log.error("sweep_part_failed", { part, reason: describeError(error) });
		return null;
	}
}
