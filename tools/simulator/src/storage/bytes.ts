/** SQLite rows hold 2 MB at most. */
const partBytes = 1_000_000;

export function splitBytes(bytes: Uint8Array): Uint8Array[] {
	const parts = Math.ceil(bytes.length / partBytes);
	return Array.from({ length: parts }, (_, part) => bytes.slice(part * partBytes, (part + 1) * partBytes));
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
