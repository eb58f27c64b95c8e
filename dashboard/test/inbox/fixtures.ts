import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type {
	NamedConversation as Conversation,
	NamedThread as ConversationThread,
	Note,
} from "@cloudpbx/contracts/texts/conversations";
import type { Message } from "@cloudpbx/contracts/texts/messages";
import { messageOf } from "../../stage/fixtures/company/texts.ts";

const contact = "+14155550153";
const line = "+18005550100";
export const dayStart = Date.parse("2026-11-29T09:00:00Z");

/** Minutes after `dayStart`. */
export const at = (minutes: number) => new Date(dayStart + minutes * 60_000).toISOString();

export function textOf(number: number, change: Partial<Message> = {}): Message {
	return messageOf({
		id: `msg_${String(number).padStart(6, "0")}`,
		carrierId: null,
		body: `Text ${number}`,
		createdAt: at(number),
		...change,
	});
}

export const byAssistant = { direction: "outbound", author: "assistant", status: "delivered" } as const;
export const byPerson = (authorName: string) =>
	({ direction: "outbound", author: "person", authorName, status: "delivered" }) as const;

export const conversation: Conversation = {
	id: "conv_1",
	from: contact,
	to: line,
	contactName: null,
	mode: "assistant",
	waitingReason: null,
	takenOverBy: null,
	isOptedOut: false,
	unreadCount: 0,
	waitingSince: null,
	lastMessage: null,
	lastMessageAt: null,
	createdAt: at(0),
};

/** A page with the texts `from` to `to`. */
export function answerOf(
	from: number,
	to: number,
	change: Partial<ConversationThread> = {},
): ConversationThread {
	const messages = Array.from({ length: to - from + 1 }, (_, index) => textOf(from + index));
	return {
		...conversation,
		messages,
		notes: [],
		nextCursor: from === 0 ? null : `before ${from}`,
		...change,
	};
}

export const noteAt = (minutes: number): Note => ({
	id: `note_${minutes}`,
	text: "Be kind",
	authorName: "Jane",
	createdAt: at(minutes),
});

export const callAt = (minutes: number, id = `call_${minutes}`) =>
	({
		id,
		direction: "inbound",
		from: contact,
		to: line,
		startedAt: at(minutes),
		outcome: "answered",
	}) as CallSummary;

export const voicemailAt = (minutes: number, callId: string) =>
	({ id: `vm_${minutes}`, callId, from: contact, createdAt: at(minutes), listenedAt: null }) as Voicemail;
