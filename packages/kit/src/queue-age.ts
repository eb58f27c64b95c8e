/** How long ago a job was queued, in milliseconds: waiting, delays and earlier tries together. 0 when the clocks disagree. */
export function queueAgeMilliseconds({ timestamp }: { timestamp: Date }, now: Date): number {
	return Math.max(0, now.getTime() - timestamp.getTime());
}
