import { capabilitiesOf, findNumber, isTollFree } from "../../numbers.ts";
import { readBehaviour } from "../../phones.ts";
import { findRegistrationError } from "../../registry/registration.ts";
import type { Fate, Message } from "../message.ts";
import type { MessageContext } from "../message-context.ts";
import { isOptedOut } from "../opt-outs/opt-outs.ts";

const unreachableHandset = 30003;
const noTexts = 30006;
const unknownError = 30008;
const delivered: Fate = { status: "delivered", errorCode: null };

export function decideFate(ctx: MessageContext, message: Message): Fate {
	const { from, to } = message;
	const registrationError = findRegistrationError(ctx, from);
	if (registrationError !== null) return { status: "undelivered", errorCode: registrationError };
	if (isOptedOut(ctx, from, to)) return decideOptedOut(from);
	const number = findNumber(ctx, to);
	if (number && !capabilitiesOf(number).sms) return { status: "undelivered", errorCode: noTexts };
	if (number) return delivered;
	const { onMessage, errorCode } = readBehaviour(ctx, to);
	if (onMessage === "undelivered")
		return { status: "undelivered", errorCode: errorCode ?? unreachableHandset };
	if (onMessage === "fail") return { status: "failed", errorCode: errorCode ?? unknownError };
	return delivered;
}

/** The toll-free network blocks a text that Twilio has sent. For a long code Twilio does not send it. */
function decideOptedOut(from: string): Fate {
	return isTollFree(from)
		? { status: "undelivered", errorCode: 30004 }
		: { status: "failed", errorCode: 21610 };
}
