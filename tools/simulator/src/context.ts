import type { Call } from "./calls/call.ts";
import type { CallContext } from "./calls/line.ts";
import type { Email } from "./emails/email.ts";
import type { Message } from "./messages/message.ts";
import type { SendingContext } from "./messages/sending/sender-queue.ts";
import type { Collection } from "./storage/collection.ts";

/** The whole network, for the doors. Calls and texts know their own part only. */
export interface NetworkContext extends CallContext, SendingContext {
	readonly calls: Collection<Call>;
	readonly messages: Collection<Message>;
	readonly emails: Collection<Email>;
}
