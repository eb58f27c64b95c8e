import type { ChatInputs } from "./chat-inputs.ts";
import { isRecord } from "./is-record.ts";
import { WorkersAiError } from "./workers-ai-error.ts";

export interface LocalServer {
	url: string;
	send: typeof fetch;
	signal: AbortSignal | undefined;
}

/** Asks an OpenAI-compatible server on this machine (Ollama, llama.cpp) in place of the stand-in. */
export async function askLocalServer(
	server: LocalServer,
	model: string,
	inputs: ChatInputs,
): Promise<string> {
	const { send, signal } = server;
	const base = server.url.replace(/\/+$/, "").replace(/\/v1$/, "");
	const request = {
		model: await findServedModel({ ...server, url: base }, model),
		messages: inputs.messages,
		max_tokens: inputs.maxTokens,
		temperature: 0,
		stream: false,
		...(inputs.schema !== null && { response_format: formatOf(inputs.schema) }),
		...(inputs.isThinkingOff && { chat_template_kwargs: { enable_thinking: false } }),
	};
	const response = await reach(() =>
		send(`${base}/v1/chat/completions`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(request),
			...(signal !== undefined && { signal }),
		}),
	);
	if (!response.ok)
		throw new WorkersAiError(8000, `the local model server answered ${response.status}`, response.status);
	const content = readContent(await response.json());
	if (content === null) throw new WorkersAiError(8000, "the local model server gave no chat completion");
	return content;
}

/** Cloudflare's model names are not the server's: the first one that it lists answers. */
async function findServedModel({ url, send, signal }: LocalServer, model: string): Promise<string> {
	const response = await reach(() => send(`${url}/v1/models`, signal === undefined ? {} : { signal }));
	if (!response.ok) return model;
	const listed: unknown = await response.json();
	const first: unknown = isRecord(listed) && Array.isArray(listed.data) ? listed.data[0] : null;
	return isRecord(first) && typeof first.id === "string" ? first.id : model;
}

async function reach(send: () => Promise<Response>): Promise<Response> {
	try {
		return await send();
	} catch (error) {
		throw new WorkersAiError(8000, `the local model server cannot be reached: ${String(error)}`);
	}
}

function formatOf(schema: Record<string, unknown>): Record<string, unknown> {
	if (Object.keys(schema).length === 0) return { type: "json_object" };
	return { type: "json_schema", json_schema: { name: "answer", schema } };
}

function readContent(completion: unknown): string | null {
	const choice: unknown =
		isRecord(completion) && Array.isArray(completion.choices) ? completion.choices[0] : null;
	const message = isRecord(choice) ? choice.message : null;
	return isRecord(message) && typeof message.content === "string" ? message.content : null;
}
