import { childElements, type Element } from "./element.ts";
import { findNoun, findVerb, type Grammar } from "./vocabulary.ts";

/** 12200, or null for a gap of this simulator. */
export interface TwimlWarning {
	code: number | null;
	text: string;
}

export function validateTwiml(response: Element): { verbs: Element[]; warnings: TwimlWarning[] } {
	const warnings: TwimlWarning[] = [];
	const verbs: Element[] = [];
	if (response.children.some((child) => typeof child === "string" && child.trim())) {
		warnings.push({ code: 12200, text: "text in <Response> is ignored" });
	}
	for (const element of childElements(response)) {
		const grammar = findVerb(element.name);
		if (isUsable(element, grammar, "<Response>", warnings)) verbs.push(clean(element, grammar, warnings));
	}
	return { verbs, warnings };
}

function isUsable(
	element: Element,
	grammar: Grammar | null,
	parent: string,
	warnings: TwimlWarning[],
): grammar is Grammar {
	if (!grammar)
		warnings.push({ code: 12200, text: `<${element.name}> is not allowed in ${parent}; skipped` });
	else if (!grammar.isSimulated) {
		warnings.push({ code: null, text: `<${element.name}> is not simulated; skipped` });
	}
	return grammar?.isSimulated ?? false;
}

function clean(element: Element, grammar: Grammar, warnings: TwimlWarning[]): Element {
	const attributes: Record<string, string> = {};
	for (const [name, value] of Object.entries(element.attributes)) {
		if (grammar.attributes.includes(name)) attributes[name] = value;
		else if (grammar.unsimulated.includes(name)) {
			warnings.push({
				code: null,
				text: `attribute "${name}" of <${element.name}> is not simulated; ignored`,
			});
		} else
			warnings.push({
				code: 12200,
				text: `attribute "${name}" is not allowed on <${element.name}>; ignored`,
			});
	}
	const children = element.children.flatMap((child): (Element | string)[] => {
		if (typeof child === "string") return [child];
		return cleanChild(child, element, grammar, warnings);
	});
	return { name: element.name, attributes, children };
}

function cleanChild(child: Element, parent: Element, grammar: Grammar, warnings: TwimlWarning[]): Element[] {
	const isAllowed = grammar.children.includes(child.name);
	if (isAllowed && parent.name === "Say") return [child];
	const childGrammar = isAllowed ? (parent.name === "Dial" ? findNoun : findEither)(child.name) : null;
	if (!isUsable(child, childGrammar, `<${parent.name}>`, warnings)) return [];
	return [clean(child, childGrammar, warnings)];
}

function findEither(name: string): Grammar | null {
	return findNoun(name) ?? findVerb(name);
}
