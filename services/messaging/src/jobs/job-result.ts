/** How a queue job ended. `retry` repeats it, after the given number of seconds if there is one. */
export type JobResult =
	| { kind: "done"; what: string }
	| { kind: "retry"; reason: string; delaySeconds?: number };
