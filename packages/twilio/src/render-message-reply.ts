/**
 * The answer to an inbound text: nothing is said here, what we have to say is sent on its own. As the SDK's `MessagingResponse`
 * writes it, whose XML library would be a tenth of the Worker.
 */
export function renderMessageReply(): string {
	return '<?xml version="1.0" encoding="UTF-8"?><Response/>';
}
