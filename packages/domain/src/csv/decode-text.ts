import { CsvFault } from "./csv-fault.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface DecodedText {
	encoding: Encoding;
	/** Includes the byte order mark, so that places in the text are places in the file. */
	text: string;
}

interface DecodeOptions {
	/** False: the bytes are the beginning of a file; a character cut at their end is left out. */
	isWhole?: boolean;
	charset?: string | undefined;
}

const lookedAt = 4096;
const howToSave = "Save it as “CSV UTF-8”.";

/** Decodes UTF-8, UTF-16 with or without a mark, and Windows-1252. Throws a `CsvFault` for other encodings. */
export function decodeText(bytes: Uint8Array, { isWhole = true, charset }: DecodeOptions = {}): DecodedText {
	const encoding = findEncoding(bytes, isWhole, charset);
	const text = decode(bytes, encoding, isWhole);
	if (text === null) {
		throw new CsvFault(`The file holds bytes that are no ${nameOf(encoding)}. ${howToSave}`);
	}
	if (text.includes("\0")) throw new CsvFault("The file is not text. Save it as CSV first.");
	return { encoding, text };
}

function findEncoding(bytes: Uint8Array, isWhole: boolean, charset: string | undefined): Encoding {
	const marked = findMark(bytes);
	if (marked !== null) return marked;
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
		throw new CsvFault("The file is a spreadsheet, not CSV. Save it as CSV first.");
	}
	const wide = findWide(bytes);
	if (wide !== null) return wide;
	const named = charset === undefined ? null : encodingOf(charset);
	if (named !== null && named !== "utf-8") return named;
	if (decode(bytes, "utf-8", isWhole) !== null) return "utf-8";
	const strange = findStrange(bytes);
	if (strange !== null) {
		const line = lineOf(bytes, strange);
		throw new CsvFault(
			`Line ${line}: these characters are neither UTF-8 nor UTF-16 nor Windows-1252. ${howToSave}`,
		);
	}
	return "windows-1252";
}

function findMark([first, second, third]: Uint8Array): Encoding | null {
	if (first === 0xff && second === 0xfe) return "utf-16le";
	if (first === 0xfe && second === 0xff) return "utf-16be";
	return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null;
}

/** In UTF-16 digits, separators and line ends have a zero on one side; no other encoding has zeros. */
function findWide(bytes: Uint8Array): Encoding | null {
	const length = Math.min(bytes.length, lookedAt);
	const zeros: [even: number, odd: number] = [0, 0];
	for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
	const [even, odd] = zeros;
	if (Math.max(even, odd) * 10 < length || Math.min(even, odd) * 10 > Math.max(even, odd)) return null;
	return odd > even ? "utf-16le" : "utf-16be";
}

function encodingOf(charset: string): Encoding | null {
	const label = charset.trim().toLowerCase().replace(/^"|"$/g, "");
	if (/^(utf-?8|us-ascii|ascii)$/.test(label)) return "utf-8";
	if (/^utf-?16(le)?$/.test(label)) return "utf-16le";
	if (/^utf-?16be$/.test(label)) return "utf-16be";
	if (/^(windows-1252|cp-?1252|iso-?8859-?1|latin-?1)$/.test(label)) return "windows-1252";
	throw new CsvFault(`The encoding “${label.slice(0, 40)}” is not known here. ${howToSave}`);
}

function decode(bytes: Uint8Array, encoding: Encoding, isWhole: boolean): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !isWhole });
	} catch {
		return null;
	}
}

const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Signs of Windows-1252 that never follow a small letter within a word; letters of old Mac and DOS encodings. */
const noLetters = new Set([
	0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x98, 0x9b, 0x9f,
]);

/** Returns the first place that makes no sense in Windows-1252, or null. */
function findStrange(bytes: Uint8Array): number | null {
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) continue;
		const before = bytes[at - 1] ?? 0;
		const after = bytes[at + 1] ?? 0;
		if (unassigned.has(byte)) return at;
		if (noLetters.has(byte) && before >= 0x61 && before <= 0x7a && isLetterOrEnd(after)) return at;
		if ((byte === 0xc2 || byte === 0xc3) && after >= 0x80 && after <= 0xbf) return at;
	}
	return null;
}

function isLetterOrEnd(byte: number): boolean {
	return (byte >= 0x61 && byte <= 0x7a) || ' ,;\t\r\n"|\0'.includes(String.fromCharCode(byte));
}

function lineOf(bytes: Uint8Array, end: number): number {
	let line = 1;
	for (let at = 0; at < end; at += 1) {
		if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
	}
	return line;
}

function nameOf(encoding: Encoding): string {
	return encoding === "windows-1252" ? "Windows-1252" : encoding.slice(0, 6).toUpperCase();
}
