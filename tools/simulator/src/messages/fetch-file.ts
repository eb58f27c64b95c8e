import { isLoopback } from "../webhooks/address.ts";

export interface MediaFile {
	bytes: Uint8Array;
	contentType: string;
}

interface MissingFile {
	code: number | null;
	reason: string;
}

const mediaBytesMax = 5 * 1024 * 1024;
const limitMilliseconds = 15_000;

/** Takes loopback and `data:` addresses. */
export async function fetchFile(url: string): Promise<MediaFile | MissingFile> {
	const isData = url.startsWith("data:");
	if (!isData && !isLoopback(url)) {
		return { code: null, reason: `only loopback addresses are fetched: there is nothing of ${url}` };
	}
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(limitMilliseconds) });
		if (!response.ok) return { code: 11200, reason: `HTTP status ${response.status} for ${url}` };
		const contentType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
		if (!contentType) return { code: 12300, reason: `${url} has no Content-Type` };
		const bytes = new Uint8Array(await response.arrayBuffer());
		if (bytes.length > mediaBytesMax) return { code: 30019, reason: `${url} is larger than 5 MB` };
		return { bytes, contentType };
	} catch {
		return { code: 11200, reason: `${isData ? "the data: address" : url} could not be fetched` };
	}
}
