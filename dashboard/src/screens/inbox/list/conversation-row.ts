import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { othersIn } from "../../../api/presence.ts";
import { prefetch } from "../../../api/resource.ts";
import { avatarView } from "../../../parts/avatar.ts";
import { partyLine } from "../../../parts/calling/party.ts";
import type { Row } from "../../../parts/lists/row.ts";
import { statusView } from "../../../parts/status.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { type Place, withQuery } from "../../../router.ts";
import { actionOf } from "../../../state/actions.ts";
import { readReplyDraft } from "../drafts.ts";
import { changeNames } from "../operations/change-names.ts";
import { threadOf } from "../resources/thread.ts";
import {
	describePresence,
	hasSeveralLines,
	modeStatus,
	nameContact,
	nameLastAuthor,
	nameLine,
} from "../words.ts";
import { isSelecting, selectionBox } from "./selection.ts";

export function conversationRow(conversation: Conversation, place: Place): Row {
	const { id, from, contactName, lastMessageAt, unreadCount } = conversation;
	const name = nameContact(from, contactName);
	return {
		title: partyLine({ number: from, contactName }),
		detail: detailView(conversation),
		leading: isSelecting() ? selectionBox(conversation, name) : avatarView(name),
		time: lastMessageAt ? timeView(lastMessageAt) : "",
		href: isSelecting() ? undefined : withQuery({ ...place, path: `/inbox/${id}` }, { text: null }),
		isCurrent: place.params.conversationId === id,
		isUnread: unreadCount > 0,
		prefetch: () => void prefetch(threadOf(id)),
	};
}

function detailView(conversation: Conversation): View {
	const { id, to, isOptedOut } = conversation;
	const refusal = changeNames.map((nameOf) => actionOf(nameOf(id)).refusal).find((one) => one !== null);
	const others = describePresence(othersIn(id));
	const draft = readReplyDraft(id).text.trim();
	const status = modeStatus(conversation, Date.now());
	// Keyed by its words, so that nothing behind it appears to move.
	const marks = [refusal?.detail ?? status.word, isOptedOut, others].join();
	return html`
		<span class="inbox-preview">${keyed(draft ? "draft" : `${conversation.lastMessage?.id} ${nameLastAuthor(conversation)}`, previewView(conversation, draft))}</span>
		${keyed(
			marks,
			html`<span class="inbox-marks">
			${refusal ? html`<span class="inbox-refusal">${refusal.detail}</span>` : statusView(status)}
			${isOptedOut ? html`<span class="inbox-mark">Opted Out</span>` : nothing}
			${others ? html`<span class="inbox-others">${others}</span>` : nothing}
			${hasSeveralLines() ? html`<span class="inbox-our-line">${nameLine(to)}</span>` : nothing}
		</span>`,
		)}
	`;
}

function previewView(conversation: Conversation, draft: string): TemplateResult {
	if (draft !== "") return html`<span class="inbox-draft">Draft:</span> ${draft}`;
	const author = nameLastAuthor(conversation);
	const preview =
		conversation.lastMessage?.preview || (conversation.lastMessage ? "Picture" : "No texts yet");
	return html`${author === null ? nothing : html`<span class="inbox-author">${author}:</span> `}${preview}`;
}
