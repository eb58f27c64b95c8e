import type { MessageView } from "../../../pages/control/message-view.ts";

export function makeMessage(overrides: Partial<MessageView> = {}): MessageView {
	return {
		sid: "SM1",
		from: "+18005550100",
		to: "+14155550199",
		body: "Hello",
		direction: "outbound-api",
		status: "delivered",
		errorCode: null,
		segments: 1,
		at: "2026-11-02T10:00:00.000Z",
		media: [],
		...overrides,
	};
}
