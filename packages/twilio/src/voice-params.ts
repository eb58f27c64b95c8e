import { readCallerNumber } from "@cloudpbx/domain/phone-number";
import { callIdOf, voicemailIdOf } from "./voice-webhooks.ts";

type Params = Readonly<Record<string, string>>;

/** Our ids of the call and of the recording that a webhook names. A leg names the call that it was placed for. */
export function readIds({ CallSid, ParentCallSid, RecordingSid }: Params): {
	callId?: string;
	voicemailId?: string;
} {
	const callSid = ParentCallSid || CallSid;
	return {
		...(callSid && { callId: callIdOf(callSid) }),
		...(RecordingSid && { voicemailId: voicemailIdOf(RecordingSid) }),
	};
}

/** Twilio's id of the call that a leg was placed for; empty: the webhook is about no leg. */
export function readParentCall({ ParentCallSid = "" }: Params): string {
	return ParentCallSid;
}

/** Whether a webhook tells how its call goes. */
export function hasCallStatus(params: Params): boolean {
	return "CallStatus" in params;
}

/** The caller's number in E.164; null when it was withheld or is not told. */
export function readFrom({ From = "" }: Params): string | null {
	return readCallerNumber(From);
}

/** The address of ours that failed, and Twilio's error code; each empty when Twilio does not tell it. */
export function readFailedWebhook({ ErrorUrl = "", ErrorCode = "" }: Params): { url: string; code: string } {
	return { url: ErrorUrl, code: ErrorCode };
}
