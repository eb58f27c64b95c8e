import type { ModelAnswer } from "./read-model-answer.ts";

/** Returns an answer's JSON object, also inside a code fence or words; otherwise null. */
export function readJsonObject(answer: ModelAnswer): object | null {
	if (answer.kind === "object") return answer.value;
	if (answer.kind === "empty") return null;
	const start = answer.text.indexOf("{");
	const end = start < 0 ? -1 : findClosingBrace(answer.text, start);
	if (end < 0) return null;
	try {
		const value: unknown = JSON.parse(answer.text.slice(start, end + 1));
		return typeof value === "object" && value !== null ? value : null;
	} catch {
		return null;
	}
}

function findClosingBrace(text: string, start: number): number {
	let depth = 0;
	let isInString = false;
	for (let at = start; at < text.length; at++) {
		const letter = text[at];
		if (isInString) {
			if (letter === "\\") at++;
			else if (letter === '"') isInString = false;
		} else if (letter === '"') isInString = true;
		else if (letter === "{") depth++;
		else if (letter === "}" && --depth === 0) return at;
	}
	return -1;
}
