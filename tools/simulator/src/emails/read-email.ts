import { newSid } from "../sid.ts";
import { type Email, EmailError } from "./email.ts";

/** Headers that a message may set: developers.cloudflare.com/email-service/reference/headers */
const allowedHeaders =
	/^(x-[\w-]+|in-reply-to|references|list-(unsubscribe|unsubscribe-post|id|help|archive|owner|post|subscribe)|auto-submitted|precedence|importance|sensitivity|keywords|comments|organization)$/i;
const addressPattern = /^[^\s@<>"]+@[^\s@<>"]+$/;
const recipientsMax = 50;
const bytesMax = 5 * 1024 * 1024;

export function readEmail(message: unknown, now: Date): Email {
	if (typeof message !== "object" || message === null) throw invalid("a message is needed");
	const { from, to, subject, text, html, headers = {} } = message as Record<string, unknown>;
	const recipients = Array.isArray(to) ? to.map(readAddress) : [readAddress(to)];
	if (recipients.length === 0 || recipients.length > recipientsMax) {
		throw new EmailError("E_TOO_MANY_RECIPIENTS", "1 to 50 recipients are allowed");
	}
	if (typeof subject !== "string" || subject === "") throw invalid("a subject is needed");
	if (/[\r\n]/.test(subject)) throw invalid("a subject is one line");
	if (typeof text !== "string" && typeof html !== "string") throw invalid("text or html is needed");
	const email = {
		sid: newSid("EM"),
		at: now.toISOString(),
		from: readSender(from),
		to: recipients,
		subject,
		text: typeof text === "string" ? text : "",
		html: typeof html === "string" ? html : "",
		headers: readHeaders(headers),
	};
	if (JSON.stringify(email).length > bytesMax)
		throw new EmailError("E_CONTENT_TOO_LARGE", "5 MiB is the most");
	return email;
}

function readSender(from: unknown): string {
	if (typeof from !== "object" || from === null) return readAddress(from);
	const { email, name } = from as { email?: unknown; name?: unknown };
	if (typeof name !== "string" || name === "") return readAddress(email);
	if (/[\r\n]/.test(name)) throw invalid("a name is one line");
	return `${name} <${readAddress(email)}>`;
}

function readAddress(address: unknown): string {
	const isAddress = typeof address === "string" && addressPattern.test(address);
	if (!isAddress) throw invalid(`${JSON.stringify(address)} is no e-mail address`);
	return address;
}

function readHeaders(headers: unknown): Record<string, string> {
	if (typeof headers !== "object" || headers === null) throw invalid("headers are an object");
	for (const [name, value] of Object.entries(headers)) {
		if (!allowedHeaders.test(name)) throw new EmailError("E_HEADER_NOT_ALLOWED", `${name} cannot be set`);
		if (typeof value !== "string" || /[\r\n]/.test(value)) {
			throw new EmailError("E_HEADER_VALUE_INVALID", `${name} must be one line`);
		}
	}
	return headers as Record<string, string>;
}

function invalid(detail: string): EmailError {
	return new EmailError("E_VALIDATION_ERROR", detail);
}
