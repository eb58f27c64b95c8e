/** A queue message is never delayed longer: the next try should still fall into the same working day. */
const longestDelaySeconds = 3600;

/** Doubles with every attempt. `attempt` counts from 1; `baseSeconds` is the delay after the first. */
export function retryDelaySeconds(attempt: number, baseSeconds: number): number {
	return Math.min(longestDelaySeconds, Math.ceil(baseSeconds * 2 ** (attempt - 1)));
}
