/** The used part of the Workers AI binding; the simulator's stand-in and a REST client fit too. */
export interface AiBinding {
	run(model: string, inputs: Record<string, unknown>, options?: { signal?: AbortSignal }): Promise<unknown>;
}

export interface ChatMessage {
	role: "system" | "user" | "assistant";
	content: string;
}
