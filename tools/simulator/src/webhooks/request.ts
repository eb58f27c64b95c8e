export type HttpMethod = "GET" | "POST";

/** A request to the account's application, before signature and retries. */
export interface WebhookRequest {
	/** The call, message or recording it is about; null for none. */
	aboutSid: string | null;
	/** voice, action, status, recording, transcription, partial, wait, conference, … */
	kind: string;
	method: HttpMethod;
	/** May carry connection overrides in its fragment. */
	url: string;
	params: Record<string, string>;
}
