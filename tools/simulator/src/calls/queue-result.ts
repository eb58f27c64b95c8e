import type { EnqueuePlan } from "./hangup-plan.ts";

export function queueResultParams(
	plan: EnqueuePlan,
	result: string,
	atClockMilliseconds: number,
): Record<string, string> {
	return {
		QueueResult: result,
		QueueSid: plan.queueSid,
		QueueTime: String(Math.round((atClockMilliseconds - plan.joinedClockMs) / 1000)),
	};
}
