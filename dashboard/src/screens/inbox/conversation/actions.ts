import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { peek } from "../../../api/resource.ts";
import { blockAction } from "../../../parts/calling/blocking.ts";
import { callAction } from "../../../parts/calling/call-button.ts";
import { contactHref } from "../../../parts/calling/party.ts";
import type { MenuItem } from "../../../parts/menu.ts";
import { goTo, withQuery } from "../../../router.ts";
import { can } from "../../../session/session.ts";
import { currentPage } from "../../../state/page.ts";
import { findNeighbour } from "../domain/keep-chosen.ts";
import { newestOf } from "../domain/thread.ts";
import { shownConversations } from "../list/list-pane.ts";
import { markUnread } from "../operations/change-mode.ts";
import { closeConversation } from "../operations/close.ts";
import { threadOf } from "../resources/thread.ts";
import { openOptIn, openOptOut } from "./lazy.ts";
import { changeOpening } from "./opening.ts";

type Action = MenuItem & { run: () => void };

export function conversationActions(conversation: Conversation): Action[] {
	const close = { label: "Close", key: "E", run: () => closeAndGoOn(conversation) };
	const canClose = can("messages:send") && conversation.mode !== "closed";
	const call = callAction(conversation.from);
	return [...(canClose ? [close] : []), ...(call ? [call] : []), ...contactActions(conversation)];
}

export function contactActions(conversation: Conversation): Action[] {
	const { from, contactName, isOptedOut } = conversation;
	const actions: Action[] = [{ label: "Mark Unread", key: "U", run: () => keepUnread(conversation) }];
	const href = contactHref({ number: from, contactName });
	if (href) actions.push({ label: contactName === null ? "Add Contact" : "Contact", run: () => goTo(href) });
	const block = blockAction(from);
	if (block) actions.push(block);
	if (can("optouts:write")) {
		actions.push(
			isOptedOut
				? { label: "Lift Opt-Out…", run: () => openOptIn(from) }
				: { label: "Opt Out…", isDestructive: true, run: () => openOptOut(from) },
		);
	}
	return actions;
}

export function closeAndGoOn(conversation: Conversation): void {
	const page = currentPage();
	if (!page || conversation.mode === "closed") return;
	const next = findNeighbour(shownConversations(page.place), conversation.id);
	void closeConversation(conversation);
	goTo(withQuery({ ...page.place, path: next ? `/inbox/${next.id}` : "/inbox" }, { text: null }));
}

/** Stays unread while it is open, until a new text comes. */
export function keepUnread({ id }: Conversation): void {
	const thread = peek(threadOf(id));
	changeOpening({ keptUpTo: (thread && newestOf(thread)?.id) ?? null });
	void markUnread(id);
}
