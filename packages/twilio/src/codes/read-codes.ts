/** "21615 21649", ranges as "30701-30799". */
export type Codes = string;

/** Indexes rows by code. The first row with a code holds. */
export function readCodes<Row>(rows: readonly Row[], codesOf: (row: Row) => Codes): ReadonlyMap<number, Row> {
	const byCode = new Map<number, Row>();
	for (const row of rows) {
		for (const part of codesOf(row).split(" ")) {
			const [first = 0, last = first] = part.split("-").map(Number);
			for (let code = first; code <= last; code++) if (!byCode.has(code)) byCode.set(code, row);
		}
	}
	return byCode;
}

/** Twilio's page about a code. */
export function pageOfCode(code: number | string): string {
	return `twilio.com/docs/api/errors/${code}`;
}
