export interface IncomingMessage {
	role: string;
	content: unknown;
}

export interface Conversation {
	prompt: string;
	earlier: { speaker: "person" | "assistant"; text: string }[];
	/** Every message since the assistant's last one. */
	now: string;
}

export function readConversation(messages: readonly IncomingMessage[]): Conversation {
	const prompt: string[] = [];
	const talk: Conversation["earlier"] = [];
	for (const { role, content } of messages) {
		const text = typeof content === "string" ? content : "";
		if (role === "system" || role === "developer") prompt.push(text);
		else if (role === "assistant") talk.push({ speaker: "assistant", text: readOwnWords(text) });
		else if (role === "user") talk.push({ speaker: "person", text: readQuoted(text) });
	}
	const lastReply = talk.findLastIndex(({ speaker }) => speaker === "assistant");
	const pending = talk.slice(lastReply + 1).map(({ text }) => text);
	return {
		prompt: prompt.join("\n\n"),
		earlier: talk.slice(0, lastReply + 1),
		now: pending.join("\n").trim(),
	};
}

/** Prompts put the person's words between marks. */
function readQuoted(text: string): string {
	return (/<(\w+)>([\s\S]*?)<\/\1>/.exec(text)?.[2] ?? text).trim();
}

/** The person heard the longest text of an earlier JSON answer. */
function readOwnWords(text: string): string {
	if (!text.trim().startsWith("{")) return text;
	try {
		const values: unknown[] = Object.values(JSON.parse(text) as object);
		const texts = values.filter((value) => typeof value === "string");
		return texts.sort((a, b) => b.length - a.length)[0] ?? "";
	} catch {
		return text;
	}
}
