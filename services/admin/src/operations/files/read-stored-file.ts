import { matchesEtag } from "../../domain/files/matches-etag.ts";
import { type ByteRange, readByteRange } from "../../domain/files/read-byte-range.ts";

export interface FileRequest {
	isHead: boolean;
	range: string | undefined;
	ifRange: string | undefined;
	ifNoneMatch: string | undefined;
}

export type FileAnswer = { headers: Record<string, string> } & (
	| { status: 200 | 206; body: ReadableStream }
	| { status: 200 | 206 | 304 | 416; body: null }
);

/** The content type of the bucket is not used. */
export interface ServedAs {
	contentType: string;
	/** As in RFC 6266. */
	disposition: string;
}

/** Null when the bucket does not have it. An object never changes, so two reads are consistent. */
export async function readStoredFile(
	bucket: R2Bucket,
	key: string,
	request: FileRequest,
	servedAs: ServedAs,
): Promise<FileAnswer | null> {
	const object = await bucket.head(key);
	if (object === null) return null;
	const { httpEtag: etag, size } = object;
	const shared = {
		etag,
		"accept-ranges": "bytes",
		"cache-control": "private, no-cache",
		"content-disposition": servedAs.disposition,
	};
	if (matchesEtag(request.ifNoneMatch, etag)) return { status: 304, headers: shared, body: null };

	const range = chooseRange(request, etag, size);
	if (range.kind === "unsatisfiable") {
		return { status: 416, headers: { ...shared, "content-range": `bytes */${size}` }, body: null };
	}
	const part = range.kind === "part" ? { offset: range.offset, length: range.length } : undefined;
	const status = part ? 206 : 200;
	const headers = {
		...shared,
		"content-type": servedAs.contentType,
		"content-length": String(part?.length ?? size),
		...(part && { "content-range": `bytes ${part.offset}-${part.offset + part.length - 1}/${size}` }),
	};
	if (request.isHead) return { status, headers, body: null };
	const stored = await bucket.get(key, part ? { range: part } : {});
	return stored && { status, headers, body: stored.body };
}

/** `If-Range` must be exactly this strong ETag, neither `*` nor weak (RFC 9110, 13.1.5). */
function chooseRange({ range, ifRange }: FileRequest, etag: string, size: number): ByteRange {
	if (ifRange !== undefined && ifRange.trim() !== etag) return { kind: "whole" };
	return readByteRange(range, size);
}
