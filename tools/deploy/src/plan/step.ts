/**
 * One thing that an installation needs. Steps may be run any number of times: what is there is found, and only what differs is
 * changed.
 */
export interface Step<Found = unknown> {
	name: string;
	/** What it does, as sentences for the owner. Known without asking anybody. */
	explain: readonly string[];
	/** How it is now. Throws what is said of a `StepFailure`. */
	find(): Promise<Found>;
	/** What there is to change, in words; null when nothing is. */
	differs(found: Found): string | null;
	/** Changes it. Afterwards `find` and `differs` are asked again, and must agree. */
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

/** Something the owner can mend: what is wrong, and what to do about it. */
export class Obstacle extends Error {
	override name = "Obstacle";
	readonly todo: string;

	constructor(message: string, todo: string) {
		super(message);
		this.todo = todo;
	}
}

/** Names the step that failed, the cause, and what to do. */
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
