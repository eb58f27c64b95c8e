import type { Step } from "./step.ts";

export function printPlan(title: string, steps: readonly Step[]): string {
	const lines = steps.flatMap(({ name, explain }, index) => [
		`${String(index + 1).padStart(3)}. ${name}`,
		...explain.map((sentence) => `     ${sentence}`),
	]);
	return [title, "", ...lines, "", "Nothing was asked and nothing was changed.", ""].join("\n");
}
