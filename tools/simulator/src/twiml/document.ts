import type { HttpMethod } from "../webhooks/request.ts";
import type { Element } from "./element.ts";

export interface DocumentRequest {
	url: string;
	method: HttpMethod;
	params: Record<string, string>;
	kind: string;
}

export interface TwimlDocument {
	verbs: Element[];
	/** The base of relative URLs. Null for TwiML that was passed inline. */
	request: DocumentRequest | null;
}

/** Null when there is no base for a relative address. */
export function resolveUrl(document: TwimlDocument, url: string): string | null {
	const text = url.trim();
	// Unchanged, because it is signed as written.
	if (/^https?:\/\//i.test(text)) return text;
	const base = document.request?.url.split("#")[0];
	return base && URL.canParse(text, base) ? new URL(text, base).href : null;
}
