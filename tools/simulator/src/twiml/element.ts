export interface Element {
	name: string;
	attributes: Record<string, string>;
	children: (Element | string)[];
}

export function childElements(element: Element): Element[] {
	return element.children.filter((child): child is Element => typeof child !== "string");
}

/** Without SSML tags, white space folded. */
export function textOf(element: Element): string {
	return rawText(element).replace(/\s+/g, " ").trim();
}

function rawText(element: Element): string {
	if (element.name === "sub" && element.attributes.alias) return element.attributes.alias;
	if (element.name === "break") return " ";
	return element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}
