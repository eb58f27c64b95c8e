import { ask } from "./ask.ts";

export interface AskedFile {
	blob: Blob;
	/** Where it goes on, for lists that come in pages; null at the end. */
	next: string | null;
}

/** As `ask`, for sounds and tables. */
export function askFile(
	path: string,
	{ accept, signal }: { accept: string; signal?: AbortSignal },
): Promise<AskedFile> {
	return ask<AskedFile>(async () => {
		const response = await fetch(path, { headers: { accept }, ...(signal && { signal }) });
		// What was refused is JSON; what was not is read here in place of it.
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
