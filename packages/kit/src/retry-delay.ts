/** Maximum delay of a queue message: the next try falls into the same working day. */
const longestDelaySeconds = 3600;

/** Doubles with each attempt. `attempt` counts from 1; `baseSeconds` is the delay after the first. */
export function retryDelaySeconds(attempt: number, baseSeconds: number): number {
	return Math.min(longestDelaySeconds, Math.ceil(baseSeconds * 2 ** (attempt - 1)));
}
