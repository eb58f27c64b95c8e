import type {
	NamedConversation as Conversation,
	ConversationMode,
} from "@cloudpbx/contracts/texts/conversations";
import type { FoundMessage } from "@cloudpbx/contracts/texts/messages";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { type PagedResource, pages } from "../../../api/pages.ts";
import type { Place } from "../../../router.ts";

export interface Chosen {
	filter?: string;
	unread?: "true";
	number?: string;
}

const modes: readonly string[] = ["assistant", "human", "waiting", "closed"] satisfies ConversationMode[];

/** Ignores values that the server does not know. */
export function chosenIn({ query }: Place): Chosen {
	const filter = (query.get("filter") ?? "").split(",").filter((mode) => modes.includes(mode));
	const number = query.get("number");
	return {
		...(filter.length > 0 && { filter: filter.join(",") }),
		...(query.get("unread") === "true" && { unread: "true" }),
		...(number && { number }),
	};
}

export function conversationsOf(chosen: Chosen): PagedResource<Conversation> {
	return pages<Conversation>({
		key: `conversations?${new URLSearchParams({ ...chosen })}`,
		loadPage: (cursor, signal) =>
			ask(() => api.conversations.$get({ query: { ...chosen, ...(cursor && { cursor }) } }, until(signal))),
		staleAfter: ({ kind }) => kind === "message" || kind === "conversation" || kind === "contact",
	});
}

export function foundTexts(words: string): PagedResource<FoundMessage> {
	return pages<FoundMessage>({
		key: `messages?q=${encodeURIComponent(words)}`,
		loadPage: (cursor, signal) =>
			ask(() => api.messages.$get({ query: { q: words, ...(cursor && { cursor }) } }, until(signal))),
	});
}

export function wordsIn({ query }: Place): string {
	return query.get("q")?.trim() ?? "";
}
