import type { HttpMethod } from "../webhooks/request.ts";
import type { Element } from "./element.ts";

/** Where the next document comes from. */
export interface DocumentRequest {
	url: string;
	method: HttpMethod;
	/** Beside the standard parameters of the call. */
	params: Record<string, string>;
	kind: string;
}

/** TwiML under execution. */
export interface TwimlDocument {
	verbs: Element[];
	/** Relative URLs resolve against it; null when the TwiML was passed inline. */
	request: DocumentRequest | null;
}

/** An absolute address for one in a document; null when there is nothing it could be relative to. */
export function resolveUrl(document: TwimlDocument, url: string): string | null {
	const text = url.trim();
	// An absolute address stays as it was written: it is signed that way.
	if (/^https?:\/\//i.test(text)) return text;
	const base = document.request?.url.split("#")[0];
	return base && URL.canParse(text, base) ? new URL(text, base).href : null;
}
