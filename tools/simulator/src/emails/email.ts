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

/** The message begins with the code, as at the service. */
export class EmailError extends Error {
	constructor(code: string, detail: string) {
		super(`${code}: ${detail}`);
		this.name = "EmailError";
	}
}
