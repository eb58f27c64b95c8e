/** Meaning of a `Range` header (RFC 9110, 14.2). */
export type ByteRange =
	| { kind: "whole" }
	| { kind: "part"; offset: number; length: number }
	| { kind: "unsatisfiable" };

/** A valid header is far shorter; a longer one is not parsed. */
const headerCharactersMax = 100;

/** Several ranges, other units and invalid headers return the whole file, as the RFC allows. */
export function readByteRange(header: string | null | undefined, size: number): ByteRange {
	if (!header || header.length > headerCharactersMax) return { kind: "whole" };
	const match = header.trim().match(/^bytes=(\d{0,15})-(\d{0,15})$/i);
	if (!match) return { kind: "whole" };
	const [, first = "", last = ""] = match;
	if (first === "" && last === "") return { kind: "whole" };
	if (first === "") return suffix(Number(last), size);
	const offset = Number(first);
	if (last !== "" && Number(last) < offset) return { kind: "whole" };
	if (offset >= size) return { kind: "unsatisfiable" };
	const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
	return { kind: "part", offset, length: end - offset + 1 };
}

function suffix(count: number, size: number): ByteRange {
	if (count === 0 || size === 0) return { kind: "unsatisfiable" };
	const length = Math.min(count, size);
	return { kind: "part", offset: size - length, length };
}
