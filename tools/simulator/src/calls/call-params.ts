import type { AccountContext } from "../account.ts";
import { placeOf } from "../geography.ts";
import type { Call } from "./call.ts";

/** https://www.twilio.com/docs/voice/twiml#request-parameters */
export function callParams(ctx: AccountContext, call: Call): Record<string, string> {
	const from = placeOf(call.from);
	const to = placeOf(call.to);
	return {
		AccountSid: ctx.account.sid,
		ApiVersion: "2010-04-01",
		CallSid: call.sid,
		CallStatus: call.status,
		Called: call.to,
		CalledCity: to.city,
		CalledCountry: to.country,
		CalledState: to.state,
		CalledZip: to.zip,
		Caller: call.from,
		CallerCity: from.city,
		CallerCountry: from.country,
		CallerState: from.state,
		CallerZip: from.zip,
		Direction: call.direction,
		From: call.from,
		FromCity: from.city,
		FromCountry: from.country,
		FromState: from.state,
		FromZip: from.zip,
		To: call.to,
		ToCity: to.city,
		ToCountry: to.country,
		ToState: to.state,
		ToZip: to.zip,
		...(call.parentSid && { ParentCallSid: call.parentSid }),
		...call.extraParams,
	};
}
