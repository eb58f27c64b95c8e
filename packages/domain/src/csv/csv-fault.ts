export class CsvFault extends Error {
	override name = "CsvFault";
}

/** "Line 3, column 2: …"; lines and columns count from 1. */
export function faultAt(line: number, column: number, words: string): CsvFault {
	return new CsvFault(`Line ${line}, column ${column}: ${words}`);
}
