import type { CallView } from "../../../pages/control/call-view.ts";

export function makeCall(overrides: Partial<CallView> = {}): CallView {
	return {
		sid: "CA1",
		parentSid: null,
		from: "+14155550199",
		to: "+18005550100",
		direction: "inbound",
		status: "in-progress",
		startedAt: "2026-11-02T10:00:00.000Z",
		answeredAt: "2026-11-02T10:00:01.000Z",
		endedAt: null,
		waitingFor: null,
		heard: [],
		legs: [],
		timeline: [],
		webhooks: [],
		...overrides,
	};
}
