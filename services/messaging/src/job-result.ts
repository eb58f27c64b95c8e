/** How a job of a queue ended. `retry` wants another try, after so many seconds when it says so. */
export type JobResult =
	| { kind: "done"; what: string }
	| { kind: "retry"; reason: string; delaySeconds?: number };
