import { ask } from "./ask.ts";

export interface AskedFile {
	blob: Blob;
	/** The cursor of the next part of a paged list; null at the end. */
	next: string | null;
}

/** Like `ask`, for sounds and tables. */
export function askFile(
	path: string,
	{ accept, signal }: { accept: string; signal?: AbortSignal },
): Promise<AskedFile> {
	return ask<AskedFile>(async () => {
		const response = await fetch(path, { headers: { accept }, ...(signal && { signal }) });
		// A refusal is JSON. A body that is not JSON is read here.
		if (response.ok) {
			response.json = async () => ({
				blob: await response.blob(),
				next: readNext(response.headers.get("link")),
			});
		}
		return response;
	});
}

function readNext(link: string | null): string | null {
	return /<([^>]+)>;\s*rel="next"/.exec(link ?? "")?.[1] ?? null;
}
