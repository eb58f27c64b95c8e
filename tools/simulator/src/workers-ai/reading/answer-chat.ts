import { readBriefing } from "./briefing.ts";
import { composeReply } from "./compose-reply.ts";
import { type IncomingMessage, readConversation } from "./conversation.ts";
import { fillSchema } from "./fill-schema.ts";
import { detectLanguage } from "./language.ts";
import { understand } from "./understand.ts";

/**
 * A model's answer to a conversation, in words or, with a schema, as an object. Deterministic: rules of language read the
 * briefing in the system prompt and the talk so far; nothing is known but what they say.
 */
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
