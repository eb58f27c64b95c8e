import type { Element } from "./element.ts";
import { parseTwiml, TwimlError } from "./parse-twiml.ts";

const twimlBytesMax = 64 * 1024;

/** Reads an answer by its media type. Returns a code of Twilio's error dictionary for an unusable one. */
export function readBody(
	contentType: string | null,
	body: string,
	url: string,
): Element | { code: number; reason: string } {
	const mediaType = contentType?.split(";")[0]?.trim().toLowerCase();
	if (!mediaType) return { code: 12300, reason: "the answer has no Content-Type" };
	if (mediaType.startsWith("audio/")) return thenHangup({ name: "Play", attributes: {}, children: [url] });
	if (new TextEncoder().encode(body).length > twimlBytesMax) {
		return { code: 11750, reason: "the TwiML is larger than 64 kB" };
	}
	try {
		if (["text/xml", "application/xml", "text/html"].includes(mediaType)) return parseTwiml(body);
		if (mediaType === "text/plain") return parsePlain(body);
	} catch (error) {
		if (error instanceof TwimlError) return { code: error.code, reason: error.message };
		throw error;
	}
	return { code: 12300, reason: `Content-Type ${mediaType} is not supported` };
}

/** Plain text that is TwiML is executed. Other text is read aloud, then the call ends. */
function parsePlain(body: string): Element {
	try {
		return parseTwiml(body);
	} catch (error) {
		if (!(error instanceof TwimlError)) throw error;
		return thenHangup({ name: "Say", attributes: {}, children: [body] });
	}
}

function thenHangup(verb: Element): Element {
	const hangup: Element = { name: "Hangup", attributes: {}, children: [] };
	return { name: "Response", attributes: {}, children: [verb, hangup] };
}
