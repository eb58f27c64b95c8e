import { newSid } from "../sid.ts";
import { note } from "../timeline/timeline.ts";
import type { Call } from "./call.ts";
import type { CallContext } from "./line.ts";
import { Line } from "./line.ts";

export function openLine(
	ctx: CallContext,
	known: Pick<Call, "from" | "to" | "direction" | "status"> & Partial<Call>,
): Line {
	const call: Call = {
		sid: newSid("CA"),
		parentSid: null,
		createdAt: Date.now(),
		answeredAt: null,
		endedAt: null,
		durationSeconds: null,
		answeredClockMs: null,
		waitingFor: null,
		lastWaitAt: 0,
		numberSid: null,
		extraParams: {},
		fallback: null,
		progress: null,
		hangupPlan: null,
		...known,
	};
	ctx.calls.save(call);
	note(ctx, call.sid, {
		kind: "status",
		text: `${call.status}: ${call.from} → ${call.to}`,
		detail: { status: call.status },
	});
	return new Line(ctx, call);
}
