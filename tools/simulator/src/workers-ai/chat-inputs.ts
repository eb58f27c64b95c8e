import { isRecord } from "./is-record.ts";
import type { IncomingMessage } from "./reading/conversation.ts";
import { WorkersAiError } from "./workers-ai-error.ts";

const defaultTokens = 256;

export interface ChatInputs {
	messages: IncomingMessage[];
	maxTokens: number;
	isStream: boolean;
	/** `null` for an answer in words; `{}` for any JSON object. */
	schema: Record<string, unknown> | null;
	isThinkingOff: boolean;
}

/** Refuses, as the service does, inputs that fit no schema of a text model. */
export function readChatInputs(inputs: unknown): ChatInputs {
	if (!isRecord(inputs)) throw new WorkersAiError(5006);
	const { prompt, messages } = inputs;
	const talk = Array.isArray(messages) ? messages.map(readMessage) : [];
	if (talk.length === 0 && typeof prompt === "string") talk.push({ role: "user", content: prompt });
	if (talk.length === 0) throw new WorkersAiError(5006);
	const schema = readSchema(inputs.response_format);
	const isStream = inputs.stream === true;
	if (isStream && schema !== null)
		throw new WorkersAiError(5006, "JSON Mode is not supported with stream mode");
	const kwargs = inputs.chat_template_kwargs;
	return {
		messages: talk,
		maxTokens: readTokens(inputs.max_completion_tokens) ?? readTokens(inputs.max_tokens) ?? defaultTokens,
		isStream,
		schema,
		isThinkingOff: isRecord(kwargs) && kwargs.enable_thinking === false,
	};
}

function readMessage(message: unknown): IncomingMessage {
	if (!isRecord(message) || typeof message.role !== "string") throw new WorkersAiError(5006);
	const { role, content } = message;
	if (typeof content !== "string" && !Array.isArray(content)) throw new WorkersAiError(5006);
	return { role, content };
}

/** Bare as for Llama, or wrapped with a name as at OpenAI. */
function readSchema(format: unknown): Record<string, unknown> | null {
	if (!isRecord(format) || format.type === "text") return null;
	if (format.type === "json_object") return {};
	if (format.type !== "json_schema" || !isRecord(format.json_schema)) throw new WorkersAiError(5006);
	const { schema } = format.json_schema;
	return isRecord(schema) ? schema : format.json_schema;
}

function readTokens(value: unknown): number | null {
	return typeof value === "number" && value > 0 ? value : null;
}
