import type { LogFields } from "@cloudpbx/kit/log";
import { readIds } from "@cloudpbx/twilio/voice-params";
import type { IvrContext } from "./door.ts";

export function namesOf(c: IvrContext): LogFields {
	const names = { requestId: c.get("requestId"), path: withoutName(c.req.path) };
	const [, callOut] = c.req.path.match(/^\/ivr\/out\/(\w+)\//) ?? [];
	return callOut ? { ...names, callId: callOut } : { ...names, ...readIds(c.get("params")) };
}

/** Names and what callers said travel in paths; a log holds none. */
export function withoutName(path: string): string {
	return path.replace(/^(\/ivr\/(?:screen\/\d+\/\d+\/\w+|out\/\w+\/\d\/screen))\/.*/, "$1");
}
