/** Absent (undefined) ones are left out. */
export type TwimlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element of a TwiML document; `content` is XML already. */
export function twimlElement(name: string, attributes: TwimlAttributes = {}, content = ""): string {
	const pairs = Object.entries(attributes).flatMap(([key, value]) =>
		value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
	);
	const start = `<${name}${pairs.join("")}`;
	return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** Words between two tags. What XML does not know at all must be gone before. */
export function twimlText(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll("\r", "&#xD;");
}

/** A whole document. By hand: Twilio's class for it and its XML library cost 15 KB of bundle for eight elements. */
export function writeTwiml(elements: readonly string[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?>${twimlElement("Response", {}, elements.join(""))}`;
}

function escapeAttribute(value: string): string {
	return value
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;")
		.replaceAll("\t", "&#x9;")
		.replaceAll("\n", "&#xA;")
		.replaceAll("\r", "&#xD;");
}
