import type { CallStep, PlayStep, SayStep } from "@cloudpbx/domain/call-step";
import { describeError, log } from "@cloudpbx/kit/log";
import { findGreetingFile } from "../domain/greetings/greeting-file.ts";

/** A caller waits no longer for R2. */
const patienceMilliseconds = 1000;

/**
 * The steps, with the words of every sound that is not there: a carrier that finds no file says nothing. One look at R2 for each
 * sound, none without one. Never throws.
 */
export async function replaceMissingSounds(
	bucket: R2Bucket,
	steps: readonly CallStep[],
): Promise<readonly CallStep[]> {
	if (!steps.some((step) => step.kind === "play" || (step.kind === "gather" && step.before))) return steps;
	return Promise.all(
		steps.map(async (step) => {
			if (step.kind === "play") return replaceMissing(bucket, step);
			if (step.kind !== "gather" || !step.before) return step;
			return { ...step, before: await Promise.all(step.before.map((one) => replaceMissing(bucket, one))) };
		}),
	);
}

async function replaceMissing(bucket: R2Bucket, step: SayStep | PlayStep): Promise<SayStep | PlayStep> {
	return step.kind === "play" && !(await isThere(bucket, step.path)) ? step.otherwise : step;
}

async function isThere(bucket: R2Bucket, path: string): Promise<boolean> {
	try {
		const file = findGreetingFile(path);
		const found = file !== null && (await withinPatience(bucket.head(file.key))) !== null;
		if (!found) log.error("greeting_missing", {});
		return found;
	} catch (error) {
		log.error("greeting_not_looked_for", { reason: describeError(error) });
		return false;
	}
}

async function withinPatience<Value>(work: Promise<Value>): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("R2 took too long")), patienceMilliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
