/** `retry` without `delaySeconds`: after the queue's usual delay. */
export type JobResult =
	| { kind: "done"; what: string }
	| { kind: "retry"; reason: string; delaySeconds?: number };
