/** A larger body is not read: its sender may see a closed connection instead of the answer. */
const droppedBytesMax = 32 * 1024 * 1024;

/** Reads an unwanted body: workerd closes the connection of an unread body, often before the answer. */
export async function dropBody(request: Request): Promise<void> {
	if (request.body === null || request.bodyUsed) return;
	let bytes = 0;
	try {
		for await (const chunk of request.body) {
			bytes += chunk.byteLength;
			if (bytes > droppedBytesMax) return;
		}
	} catch {
		// The sender has disconnected.
	}
}
