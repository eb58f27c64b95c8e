import { readDraft, writeDraft } from "../../state/drafts.ts";

export type DraftKind = "reply" | "note";

export interface Draft {
	text: string;
	/** The newest text when the draft was begun; null: none. */
	sinceId: string | null;
}

const none: Draft = { text: "", sinceId: null };

export function readReplyDraft(conversationId: string): Draft {
	return readConversationDraft("reply", conversationId);
}

export function readConversationDraft(kind: DraftKind, conversationId: string): Draft {
	return readDraft<Draft>(`${kind}/${conversationId}`) ?? none;
}

export function writeConversationDraft(kind: DraftKind, conversationId: string, draft: Draft): void {
	writeDraft(`${kind}/${conversationId}`, draft.text === "" ? null : draft);
}

export function putBack(kind: DraftKind, conversationId: string, text: string): void {
	const { text: written, sinceId } = readConversationDraft(kind, conversationId);
	writeConversationDraft(kind, conversationId, {
		text: written === "" ? text : `${text}\n${written}`,
		sinceId,
	});
}
