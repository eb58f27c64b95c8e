/** The age of a job in milliseconds, with delays and earlier tries. 0 when the clocks disagree. */
export function queueAgeMilliseconds({ timestamp }: { timestamp: Date }, now: Date): number {
	return Math.max(0, now.getTime() - timestamp.getTime());
}
