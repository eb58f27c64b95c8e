import type { PresenceFrame } from "@cloudpbx/contracts/news/live";
import type {
	NamedConversation as Conversation,
	WaitingReason,
} from "@cloudpbx/contracts/texts/conversations";
import type { Message, MessageAuthor } from "@cloudpbx/contracts/texts/messages";
import { currentSession } from "../../session/session.ts";
import { formatList } from "../../words/counts.ts";
import { formatNumber, nameOrNumber } from "../../words/phone-numbers.ts";
import { conversationModeWords, type Status, waitingReasonWords } from "../../words/statuses.ts";
import { formatAge } from "../../words/times.ts";

export function nameContact(number: string, contactName?: string | null): string {
	return nameOrNumber({ number, contactName: contactName ?? null });
}

export function nameLine(number: string): string {
	const known = currentSession()?.numbers.find((one) => one.number === number);
	if (known?.label) return known.label;
	return known?.extension ? `Extension ${known.extension}` : formatNumber(number);
}

export function hasSeveralLines(): boolean {
	return (currentSession()?.numbers.length ?? 0) > 1;
}

export function isMe(name: string | null): boolean {
	return name !== null && name === currentSession()?.person?.name;
}

const authorWords: Record<Exclude<MessageAuthor, "contact" | "person">, string> = {
	assistant: "Assistant",
	campaign: "Campaign",
	system: "Automatic Answer",
};

export function nameAuthor(message: Pick<Message, "author" | "authorName" | "from">): string {
	if (message.author === "contact") return nameContact(message.from);
	if (message.author !== "person") return authorWords[message.author];
	return isMe(message.authorName) ? "You" : (message.authorName ?? "Colleague");
}

/** Precedes the preview of the newest text; null for the contact's own. */
export function nameLastAuthor({ lastMessage, takenOverBy }: Conversation): string | null {
	if (!lastMessage || lastMessage.author === "contact") return null;
	if (lastMessage.author !== "person") return authorWords[lastMessage.author];
	return isMe(takenOverBy) ? "You" : (takenOverBy ?? "Colleague");
}

/** "Waiting 12 min: complaint", "Assistant", "Jane Smith", "Closed". */
export function modeStatus(conversation: Conversation, now: number): Status {
	const { mode, takenOverBy, waitingSince, waitingReason } = conversation;
	const { word, tone } = conversationModeWords[mode];
	if (mode === "human") return { word: isMe(takenOverBy) ? "You" : (takenOverBy ?? word), tone };
	if (mode !== "waiting") return { word, tone };
	return {
		word: `${word}${waitingSince ? ` ${formatAge(waitingSince, now)}` : ""}${formatReason(waitingReason)}`,
		tone,
	};
}

export function formatReason(reason: WaitingReason | null): string {
	return reason === null ? "" : `: ${waitingReasonWords[reason]}`;
}

/** "Ana is writing…", "Ana and Omar are looking". Writers come first. Null: nobody else. */
export function describePresence(others: readonly PresenceFrame[]): string | null {
	if (others.length === 0) return null;
	const writing = others.filter(({ state }) => state === "writing");
	const names = (writing.length > 0 ? writing : others).map(({ person }) => person.name);
	const verb = names.length === 1 ? "is" : "are";
	return `${formatList(names)} ${verb} ${writing.length > 0 ? "writing…" : "looking"}`;
}
