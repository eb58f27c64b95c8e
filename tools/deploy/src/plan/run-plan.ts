import type { Console } from "../console.ts";
import { Obstacle, type Step, StepFailure } from "./step.ts";

/** Runs steps until one fails. Returns the names of those that changed something. */
export async function runPlan(steps: readonly Step[], console: Console): Promise<string[]> {
	const changed: string[] = [];
	for (const [index, step] of steps.entries()) {
		const say = console.begin(`${index + 1}/${steps.length} ${step.name}`);
		try {
			const words = await runStep(step, say.note);
			if (words) changed.push(step.name);
			say.end(words ?? "in order");
		} catch (error) {
			say.fail();
			throw new StepFailure(step.name, error);
		}
	}
	return changed;
}

async function runStep(step: Step, note: (text: string) => void): Promise<string | null> {
	const found = await step.find();
	const words = step.differs(found);
	if (words === null) return null;
	note(words);
	await step.apply(found);
	const left = step.differs(await step.find());
	if (left !== null) {
		throw new Obstacle(`it was done and is still not so: ${left}.`, "Look at it in the provider's console.");
	}
	return words;
}
