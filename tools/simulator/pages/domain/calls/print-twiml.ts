export interface Token {
	kind: "tag" | "attribute" | "value" | "text" | "mark";
	text: string;
}

/** One element a line, indented by tabs. A document that is not well formed comes back unchanged, for debugging. */
export function printTwiml(xml: string): Token[] {
	const pieces = xml.match(/<!--[\s\S]*?-->|<[^>]+>|[^<]+/g) ?? [];
	const tokens: Token[] = [];
	let depth = 0;
	let line = "";
	const breakLine = () => {
		if (tokens.length > 0) tokens.push({ kind: "mark", text: `\n${"\t".repeat(Math.max(0, depth))}` });
	};
	for (const piece of pieces) {
		if (!piece.startsWith("<")) {
			const text = piece.trim();
			if (text) tokens.push({ kind: "text", text });
			line = text ? "text" : line;
			continue;
		}
		if (piece.startsWith("</")) {
			depth--;
			if (line === "closed") breakLine();
			tokens.push(...colourTag(piece));
			line = "closed";
			continue;
		}
		breakLine();
		tokens.push(...colourTag(piece));
		const standsAlone = piece.endsWith("/>") || piece.startsWith("<?") || piece.startsWith("<!");
		if (!standsAlone) depth++;
		line = standsAlone ? "closed" : "open";
	}
	return depth === 0 ? tokens : [{ kind: "text", text: xml }];
}

function colourTag(tag: string): Token[] {
	const parts = /^(<[/?]?)([^\s/>?]+)([\s\S]*?)([/?]?>)$/.exec(tag);
	if (!parts || tag.startsWith("<!")) return [{ kind: "mark", text: tag }];
	const [, open = "", name = "", attributes = "", close = ""] = parts;
	const tokens: Token[] = [
		{ kind: "mark", text: open },
		{ kind: "tag", text: name },
	];
	for (const [, key = "", value = ""] of attributes.matchAll(/([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
		tokens.push(
			{ kind: "attribute", text: ` ${key}` },
			{ kind: "mark", text: "=" },
			{ kind: "value", text: value },
		);
	}
	tokens.push({ kind: "mark", text: close });
	return tokens;
}
