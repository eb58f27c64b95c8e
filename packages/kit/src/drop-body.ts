/** Larger bodies are not worth the wait: their sender may see the connection close instead of the answer. */
const droppedBytesMax = 32 * 1024 * 1024;

/**
 * Reads to its end what nobody wanted of a request, such as a body that is too large. workerd closes a connection whose
 * body was left unread, often before the sender has seen the answer to it.
 */
export async function dropBody(request: Request): Promise<void> {
	if (request.body === null || request.bodyUsed) return;
	let bytes = 0;
	try {
		for await (const chunk of request.body) {
			bytes += chunk.byteLength;
			if (bytes > droppedBytesMax) return;
		}
	} catch {
		// The sender is gone.
	}
}
