import { childElements, type Element } from "../../twiml/element.ts";
import { parseTwiml, TwimlError } from "../../twiml/parse-twiml.ts";

const twimlBytesMax = 64 * 1024;
const xmlTypes = ["text/xml", "application/xml", "text/html"];
const empty: Element = { name: "Response", attributes: {}, children: [] };

/** Answers a code of Twilio's error dictionary for what is no TwiML. */
export function readReply(
	answer: { status: number; contentType: string | null; body: string },
	plainTextIsSent: boolean,
): Element | { code: number; reason: string } {
	const mediaType = answer.contentType?.split(";")[0]?.trim().toLowerCase();
	if (answer.status === 204) return empty;
	if (!mediaType) return { code: 12300, reason: "the answer has no Content-Type" };
	if (new TextEncoder().encode(answer.body).length > twimlBytesMax) {
		return { code: 11750, reason: "the TwiML is larger than 64 kB" };
	}
	if (mediaType === "text/plain") return readPlain(answer.body, plainTextIsSent);
	if (!xmlTypes.includes(mediaType))
		return { code: 12300, reason: `Content-Type ${mediaType} is not supported` };
	try {
		return parseTwiml(answer.body);
	} catch (error) {
		if (error instanceof TwimlError) return { code: error.code, reason: error.message };
		throw error;
	}
}

export function readMessageVerb(element: Element): { body: string; mediaUrls: string[]; unknown: string[] } {
	const children = childElements(element);
	const inside = (name: string) => children.filter((child) => child.name === name).map(ownText);
	return {
		body: [ownText(element), ...inside("Body")].filter(Boolean).join("\n"),
		mediaUrls: inside("Media").filter(Boolean),
		unknown: children.map(({ name }) => name).filter((name) => name !== "Body" && name !== "Media"),
	};
}

export function ownText(element: Element): string {
	return element.children
		.filter((child): child is string => typeof child === "string")
		.join("")
		.trim();
}

/** Well known, not documented: plain text is sent to the sender. */
function readPlain(body: string, isSent: boolean): Element {
	if (!isSent || !body.trim()) return empty;
	return { ...empty, children: [{ name: "Message", attributes: {}, children: [body] }] };
}
