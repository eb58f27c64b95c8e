import { readBriefing } from "./briefing.ts";
import { composeReply } from "./compose-reply.ts";
import { type IncomingMessage, readConversation } from "./conversation.ts";
import { fillSchema } from "./fill-schema.ts";
import { detectLanguage } from "./language.ts";
import { understand } from "./understand.ts";

/** Answers in words, or as an object of the schema. Deterministic rules: it knows only the prompt and the talk. */
export function answerChat(
	messages: readonly IncomingMessage[],
	schema: Record<string, unknown> | null,
): unknown {
	const conversation = readConversation(messages);
	const briefing = readBriefing(conversation.prompt);
	const earlier = conversation.earlier.filter(({ speaker }) => speaker === "person").map(({ text }) => text);
	const language = detectLanguage([...earlier, conversation.now]);
	const understanding = understand(conversation, briefing);
	const reply = composeReply(understanding, briefing, language);
	return schema === null
		? reply
		: fillSchema(schema, { understanding, reply, language, said: conversation.now });
}
