import { isLoopback } from "../webhooks/address.ts";

export interface MediaFile {
	bytes: Uint8Array;
	contentType: string;
}

/** Why there is no file; the code is null where only this network is to blame. */
interface MissingFile {
	code: number | null;
	reason: string;
}

/** Twilio takes 5 MB with a text. */
const mediaBytesMax = 5 * 1024 * 1024;
const limitMilliseconds = 15_000;

/** Fetches what is sent with a text: from this machine, or out of the address itself. */
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
