import type { LogFields } from "@cloudpbx/kit/log";
import { callIdOf, voicemailIdOf } from "@cloudpbx/twilio/voice-webhooks";
import type { IvrContext } from "./door.ts";

export function namesOf(c: IvrContext): LogFields {
	const { CallSid, ParentCallSid, RecordingSid } = c.get("params");
	const names = { requestId: c.get("requestId"), path: withoutName(c.req.path) };
	const [, callOut] = c.req.path.match(/^\/ivr\/out\/(\w+)\//) ?? [];
	if (callOut) return { ...names, callId: callOut };
	const callSid = ParentCallSid || CallSid;
	return {
		...names,
		...(callSid && { callId: callIdOf(callSid) }),
		...(RecordingSid && { voicemailId: voicemailIdOf(RecordingSid) }),
	};
}

/** Names and what callers said travel in paths; a log holds none. */
export function withoutName(path: string): string {
	return path.replace(/^(\/ivr\/(?:screen\/\d+\/\d+\/\w+|out\/\w+\/\d\/screen))\/.*/, "$1");
}
