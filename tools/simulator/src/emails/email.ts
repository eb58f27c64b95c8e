/** An e-mail that was handed to the stand-in of Cloudflare's Email Service; nobody gets it. */
export interface Email {
	sid: string;
	at: string;
	from: string;
	to: string[];
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
}

/** Refused as the service refuses: its code is the beginning of the words. */
export class EmailError extends Error {
	constructor(code: string, detail: string) {
		super(`${code}: ${detail}`);
		this.name = "EmailError";
	}
}
