import type { CsvRow } from "./read-csv.ts";

/** Takes the next `count` rows; the iteration can go on. */
export function takeRows(rows: Iterator<CsvRow, void>, count: number): CsvRow[] {
	const taken: CsvRow[] = [];
	for (let next = rows.next(); !next.done; next = rows.next()) {
		taken.push(next.value);
		if (taken.length === count) break;
	}
	return taken;
}
