export type ModelAnswer =
	| { kind: "object"; value: object }
	| { kind: "text"; text: string }
	| { kind: "empty" };

/** Reads every known shape of an `AI.run` answer: Llama's, OpenAI's, plain text, REST's `{result}` around them. */
export function readModelAnswer(raw: unknown): ModelAnswer {
	if (typeof raw === "string") return readText(raw);
	if (!isRecord(raw)) return { kind: "empty" };
	if ("response" in raw) return readContent(raw.response);
	if (Array.isArray(raw.choices)) return readChoice(raw.choices[0]);
	if (Array.isArray(raw.output)) return readOutput(raw.output);
	if (typeof raw.output_text === "string") return readText(raw.output_text);
	return "result" in raw ? readModelAnswer(raw.result) : { kind: "empty" };
}

function readChoice(choice: unknown): ModelAnswer {
	if (!isRecord(choice)) return { kind: "empty" };
	if (isRecord(choice.message)) return readContent(choice.message.content);
	return readContent(choice.text);
}

function readOutput(output: unknown[]): ModelAnswer {
	const message = output.find((item) => isRecord(item) && item.type === "message");
	return isRecord(message) ? readContent(message.content) : { kind: "empty" };
}

function readContent(content: unknown): ModelAnswer {
	if (typeof content === "string") return readText(content);
	if (Array.isArray(content)) {
		return readText(
			content.map((part) => (isRecord(part) && typeof part.text === "string" ? part.text : "")).join(""),
		);
	}
	return isRecord(content) ? { kind: "object", value: content } : { kind: "empty" };
}

function readText(text: string): ModelAnswer {
	const words = text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/g, "").trim();
	return words === "" ? { kind: "empty" } : { kind: "text", text: words };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
