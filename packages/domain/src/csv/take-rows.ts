import type { CsvRow } from "./read-csv.ts";

export function takeRows(rows: Iterator<CsvRow, void>, count: number): CsvRow[] {
	const taken: CsvRow[] = [];
	for (let next = rows.next(); !next.done; next = rows.next()) {
		taken.push(next.value);
		if (taken.length === count) break;
	}
	return taken;
}
