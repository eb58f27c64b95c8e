/** One need of an installation. Steps are idempotent: they find the state and change what differs. */
export interface Step<Found = unknown> {
	name: string;
	explain: readonly string[];
	/** The present state. May throw an `Obstacle`. */
	find(): Promise<Found>;
	/** Returns what must change; null: nothing. */
	differs(found: Found): string | null;
	/** Afterwards `find` and `differs` must agree. */
	apply(found: Found): Promise<void>;
}

/** A step of a plan, whatever it finds. */
export function step<Found>(definition: Step<Found>): Step {
	return definition as Step;
}

/** A step that changes nothing: `look` throws when the plan cannot go on. */
export function check(name: string, explain: readonly string[], look: () => Promise<void>): Step {
	return { name, explain, find: look, differs: () => null, apply: async () => undefined };
}

export class Obstacle extends Error {
	override name = "Obstacle";
	readonly todo: string;

	constructor(message: string, todo: string) {
		super(message);
		this.todo = todo;
	}
}

/** The failed step, the cause, and what to do. */
export class StepFailure extends Error {
	override name = "StepFailure";

	constructor(step: string, cause: unknown) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		const todo = cause instanceof Obstacle ? ` ${cause.todo}` : "";
		super(
			`${step}: ${reason}${todo}\nNothing that was done is lost: run the same command again, and it goes on here.`,
		);
	}
}
