import type { Page } from "@cloudpbx/contracts/api/page";
import type {
	AddNote,
	CloseConversations,
	ConversationRef,
	ReadConversations,
	ReplyToConversation,
	SendText,
} from "@cloudpbx/contracts/texts/conversation-input";
import type { NamedConversation, NamedThread, Note } from "@cloudpbx/contracts/texts/conversations";
import type { FoundMessage, Message, MessageWithHistory } from "@cloudpbx/contracts/texts/messages";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

type Change = Endpoint<NamedConversation, { json: ConversationRef }>;
type OneOrSeveral = NamedConversation | { items: NamedConversation[] };

export type InboxApi = {
	"/api/conversations": {
		$get: Endpoint<
			Page<NamedConversation>,
			{ query: PageInput & { filter?: string; unread?: "true"; number?: string } }
		>;
	};
	"/api/conversations/:id": {
		$get: Endpoint<NamedThread, ById & { query: PageInput & { after?: string } }>;
	};
	"/api/conversations/reply": { $post: Endpoint<Message, { json: ReplyToConversation }, 201> };
	"/api/conversations/takeover": { $post: Change };
	"/api/conversations/handback": { $post: Change };
	"/api/conversations/close": { $post: Endpoint<OneOrSeveral, { json: CloseConversations }> };
	"/api/conversations/read": {
		$post: Endpoint<OneOrSeveral, { json: ReadConversations }>;
	};
	"/api/conversations/unread": { $post: Change };
	"/api/conversations/notes": { $post: Endpoint<Note, { json: AddNote }, 201> };
	"/api/sms/send": { $post: Endpoint<Message, { json: SendText }, 201> };
	"/api/messages": { $get: Endpoint<Page<FoundMessage>, { query: PageInput & { q: string } }> };
	"/api/messages/:id": { $get: Endpoint<MessageWithHistory, ById> };
};
