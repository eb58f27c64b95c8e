import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";

/** The answer to an inbound text: nothing is said here, what we have to say is sent on its own. */
export function renderMessageReply(): string {
	return new MessagingResponse().toString();
}
