const encoder = new TextEncoder();

/**
 * Rows in parts that each fit into one JSON parameter: a value of D1 is 2 MB at most, counted in bytes of UTF-8. A row that
 * is longer than `bytesMax` by itself is a part of its own. In the order in which they came.
 */
export function* splitRows<Row>(
	rows: Iterable<Row>,
	{ rowsMax, bytesMax }: { rowsMax: number; bytesMax: number },
): Generator<Row[], void, undefined> {
	let part: Row[] = [];
	let bytes = 0;
	for (const row of rows) {
		// A comma or a bracket each.
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
