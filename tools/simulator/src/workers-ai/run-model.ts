import { askLocalServer } from "./ask-local-server.ts";
import { type ChatInputs, readChatInputs } from "./chat-inputs.ts";
import { findFamily, thinksByDefault } from "./model-catalogue.ts";
import { answerChat } from "./reading/answer-chat.ts";
import { type ChatAnswer, shapeChat, streamChat } from "./shape-chat.ts";
import { shapeTranscript, transcribe } from "./transcribe.ts";
import { errorOfStatus, WorkersAiError } from "./workers-ai-error.ts";

export interface AiFault {
	/** 200 makes `body` the model's words. Any other status is an error of the service. */
	status?: number;
	code?: number;
	body?: unknown;
	delayMs?: number;
	dropBeforeAccept?: boolean;
	dropAfterAccept?: boolean;
}

export interface AiNetwork {
	takeFault(target: string): Promise<AiFault | null>;
	/** `null` for audio that the network did not make. */
	findTranscript(sha256Hex: string): Promise<string | null>;
	noteModel(exchange: { model: string; prompt: string; answer: string; milliseconds: number }): Promise<void>;
}

export interface AiSurroundings {
	network: AiNetwork;
	/** An OpenAI-compatible server; empty for none. */
	localUrl: string;
	send: typeof fetch;
	wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

export async function runModel(
	surroundings: AiSurroundings,
	model: string,
	inputs: unknown,
	options?: { signal?: AbortSignal },
): Promise<unknown> {
	const signal = options?.signal;
	const fault = await surroundings.network.takeFault("ai");
	if (fault?.delayMs !== undefined) await surroundings.wait(fault.delayMs, signal);
	signal?.throwIfAborted();
	if (fault?.dropBeforeAccept || fault?.dropAfterAccept) throw new Error("Network connection lost.");
	if (fault?.status !== undefined && fault.status !== 200)
		throw errorOfStatus(fault.status, fault.code, fault.body);
	const words = fault?.status === 200 ? (fault.body ?? "") : null;
	const family = findFamily(model);
	if (family === null) throw new WorkersAiError(5007, `No such model ${model} or task`);
	if (family === "paid") throw new WorkersAiError(5035);
	if (family === "whisper") {
		if (words !== null) return shapeTranscript(String(words));
		return transcribe(inputs, (sha256Hex) => surroundings.network.findTranscript(sha256Hex));
	}
	const chat = readChatInputs(inputs);
	const startedAt = Date.now();
	const content = words ?? (await think(surroundings, model, chat, signal));
	await surroundings.network.noteModel({
		model,
		prompt: String(chat.messages.at(-1)?.content ?? ""),
		answer: typeof content === "string" ? content : String(JSON.stringify(content)),
		milliseconds: Date.now() - startedAt,
	});
	const answer: ChatAnswer = {
		model,
		content,
		promptCharacters: JSON.stringify(chat.messages).length,
		maxTokens: chat.maxTokens,
		isJson: chat.schema !== null,
		reasoning: thinksByDefault(model) && !chat.isThinkingOff ? "The person wants an answer." : null,
	};
	return chat.isStream ? streamChat(family, answer) : shapeChat(family, answer);
}

async function think(
	{ localUrl, send }: AiSurroundings,
	model: string,
	chat: ChatInputs,
	signal: AbortSignal | undefined,
): Promise<unknown> {
	if (localUrl !== "") return askLocalServer({ url: localUrl, send, signal }, model, chat);
	return answerChat(chat.messages, chat.schema);
}
