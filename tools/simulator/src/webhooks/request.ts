export type HttpMethod = "GET" | "POST";

export interface WebhookRequest {
	aboutSid: string | null;
	/** voice, action, status, recording, transcription, partial, wait, conference, … */
	kind: string;
	method: HttpMethod;
	url: string;
	params: Record<string, string>;
}
