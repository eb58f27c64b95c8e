import { SaxesParser } from "saxes";
import type { Element } from "./element.ts";

/** 12100: the document cannot be parsed. */
export class TwimlError extends Error {
	override name = "TwimlError";
	readonly code = 12100;
}

/** Throws TwimlError. */
export function parseTwiml(text: string): Element {
	const parser = new SaxesParser();
	const open: Element[] = [];
	let root: Element | null = null;
	parser.on("error", (error) => {
		throw new TwimlError(error.message);
	});
	parser.on("doctype", () => {
		throw new TwimlError("a document type is not allowed");
	});
	parser.on("opentag", (tag) => {
		const element: Element = { name: tag.name, attributes: { ...tag.attributes }, children: [] };
		open.at(-1)?.children.push(element);
		root ??= element;
		open.push(element);
	});
	const addText = (piece: string) => void open.at(-1)?.children.push(piece);
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.on("closetag", () => void open.pop());
	parser.write(text.replace(/^\uFEFF/, "")).close();
	return asResponse(root);
}

function asResponse(root: Element | null): Element {
	if (root?.name !== "Response") throw new TwimlError(`the root is <${root?.name ?? ""}>, not <Response>`);
	return root;
}
