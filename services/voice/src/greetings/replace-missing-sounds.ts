import type { CallStep, PlayStep, SayStep } from "@cloudpbx/domain/call-step";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { findGreetingFile } from "../domain/greetings/greeting-file.ts";
import { within } from "../within.ts";

const patienceMilliseconds = 1000;

/** A carrier that finds no file says nothing: a missing sound becomes its words. Never throws. */
export async function replaceMissingSounds(
	{ audio }: Context,
	steps: readonly CallStep[],
): Promise<readonly CallStep[]> {
	if (!steps.some((step) => step.kind === "play" || (step.kind === "gather" && step.before))) return steps;
	return Promise.all(
		steps.map(async (step) => {
			if (step.kind === "play") return replaceMissing(audio, step);
			if (step.kind !== "gather" || !step.before) return step;
			return { ...step, before: await Promise.all(step.before.map((one) => replaceMissing(audio, one))) };
		}),
	);
}

async function replaceMissing(audio: R2Bucket, step: SayStep | PlayStep): Promise<SayStep | PlayStep> {
	return step.kind === "play" && !(await isThere(audio, step.path)) ? step.otherwise : step;
}

async function isThere(audio: R2Bucket, path: string): Promise<boolean> {
	try {
		const file = findGreetingFile(path);
		const found = file !== null && (await within(patienceMilliseconds, "R2", audio.head(file.key))) !== null;
		if (!found) log.error("greeting_missing", {});
		return found;
	} catch (error) {
		log.error("greeting_not_looked_for", { reason: describeError(error) });
		return false;
	}
}
