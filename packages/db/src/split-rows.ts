const encoder = new TextEncoder();

/**
 * Splits rows in order into parts that fit a JSON parameter: D1 takes values up to 2 MB of UTF-8. A row longer than
 * `bytesMax` is a part of its own.
 */
export function* splitRows<Row>(
	rows: Iterable<Row>,
	{ rowsMax, bytesMax }: { rowsMax: number; bytesMax: number },
): Generator<Row[], void, undefined> {
	let part: Row[] = [];
	let bytes = 0;
	for (const row of rows) {
		const size = encoder.encode(JSON.stringify(row)).length + 1;
		if (part.length > 0 && (part.length === rowsMax || bytes + size > bytesMax)) {
			yield part;
			part = [];
			bytes = 0;
		}
		part.push(row);
		bytes += size;
	}
	if (part.length > 0) yield part;
}
