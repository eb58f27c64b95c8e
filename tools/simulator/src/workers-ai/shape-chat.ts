import { WorkersAiError } from "./workers-ai-error.ts";

const charactersPerToken = 4;

export interface ChatAnswer {
	model: string;
	content: unknown;
	promptCharacters: number;
	maxTokens: number;
	isJson: boolean;
	reasoning: string | null;
}

export function shapeChat(family: "llama" | "openai", answer: ChatAnswer): unknown {
	const whole = toText(answer.content);
	const text = cutText(whole, answer.maxTokens);
	const usage = countUsage(answer.promptCharacters, text);
	if (family === "llama") {
		if (answer.isJson && text !== whole) throw new WorkersAiError(5024, "JSON Mode couldn't be met");
		return { response: answer.isJson ? toObject(text) : text, tool_calls: [], usage };
	}
	return {
		id: `chatcmpl-${usage.total_tokens}`,
		object: "chat.completion",
		created: 0,
		model: answer.model,
		choices: [
			{
				index: 0,
				message: {
					role: "assistant",
					content: text,
					...(answer.reasoning && { reasoning_content: answer.reasoning }),
				},
				logprobs: null,
				finish_reason: text === whole ? "stop" : "length",
			},
		],
		usage,
	};
}

/** Server-sent events, one a word, ending with `[DONE]`. */
export function streamChat(family: "llama" | "openai", answer: ChatAnswer): ReadableStream<Uint8Array> {
	const text = cutText(toText(answer.content), answer.maxTokens);
	const usage = countUsage(answer.promptCharacters, text);
	const pieces = text.match(/\S+\s*/g) ?? [];
	const events: unknown[] = pieces.map((piece) =>
		family === "llama" ? { response: piece } : chunkOf(answer.model, piece),
	);
	events.push(family === "llama" ? { response: "", usage } : { ...chunkOf(answer.model, null), usage });
	const encoder = new TextEncoder();
	return new ReadableStream({
		type: "bytes",
		start(controller) {
			for (const event of events) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
			controller.enqueue(encoder.encode("data: [DONE]\n\n"));
			controller.close();
		},
	});
}

function chunkOf(model: string, piece: string | null): Record<string, unknown> {
	const delta = piece === null ? {} : { content: piece };
	const finish = piece === null ? "stop" : null;
	return {
		id: "chatcmpl-stream",
		object: "chat.completion.chunk",
		created: 0,
		model,
		choices: [{ index: 0, delta, finish_reason: finish }],
	};
}

function countUsage(promptCharacters: number, text: string) {
	const promptTokens = Math.ceil(promptCharacters / charactersPerToken);
	const completionTokens = Math.ceil(text.length / charactersPerToken);
	return {
		prompt_tokens: promptTokens,
		completion_tokens: completionTokens,
		total_tokens: promptTokens + completionTokens,
	};
}

function toText(content: unknown): string {
	return typeof content === "string" ? content : JSON.stringify(content ?? "");
}

function cutText(text: string, maxTokens: number): string {
	return text.slice(0, maxTokens * charactersPerToken);
}

/** Llama's JSON mode returns the object. A faulty model may have said something else. */
function toObject(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
