import type { Conversation, ConversationThread } from "@cloudpbx/contracts/messaging";
import { html } from "lit-html";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { pages } from "../../api/pages.ts";
import { peek, prefetch, type Resource } from "../../api/resource.ts";
import { avatarView } from "../../parts/avatar.ts";
import { splitView } from "../../parts/page.ts";
import { pagedListView } from "../../parts/paged-list.ts";
import type { Row } from "../../parts/row.ts";
import { segmentsView } from "../../parts/segments.ts";
import { emptyView, resourceView } from "../../parts/states.ts";
import { statusView } from "../../parts/status.ts";
import { timeView } from "../../parts/time.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { writeNumber } from "../../words/phone-numbers.ts";
import { conversationModeWords } from "../../words/statuses.ts";

const filters = [
	["Waiting", "waiting"],
	["All", null],
	["Closed", "closed"],
] as const;

function conversations(filter: string | null) {
	return pages<Conversation>({
		key: `conversations?filter=${filter ?? ""}`,
		loadPage: (cursor, signal) =>
			ask(() =>
				api.conversations.$get(
					{ query: { ...(filter && { filter }), ...(cursor && { cursor }) } },
					until(signal),
				),
			),
		hears: ({ kind }) => kind === "message" || kind === "conversation",
	});
}

function thread(id: string): Resource<ConversationThread> {
	return {
		key: `conversations/${id}`,
		load: (signal) => ask(() => api.conversations[":id"].$get({ param: { id }, query: {} }, until(signal))),
		hears: (event) => "conversationId" in event && event.conversationId === id,
	};
}

const filterOf = (place: Place) => place.query.get("filter");

export const screen: Screen = {
	load(place) {
		void prefetch(conversations(filterOf(place)));
		if (place.params.conversationId) void prefetch(thread(place.params.conversationId));
	},
	title: ({ params }) => nameOf(params.conversationId),
	view(place) {
		const { conversationId } = place.params;
		return splitView({
			title: "Inbox",
			listHref: withQuery({ ...place, path: "/inbox" }, {}),
			filters: segmentsView({
				label: "Conversations",
				items: filters.map(([label, filter]) => ({
					label,
					href: withQuery(place, { filter }),
					isCurrent: filterOf(place) === filter,
				})),
			}),
			list: pagedListView({
				resource: conversations(filterOf(place)),
				label: "Conversations",
				row: (conversation) => rowOf(conversation, place),
				empty: emptyView({ title: "No Conversations", text: "A text to one of your numbers begins one." }),
			}),
			detail: conversationId ? threadView(conversationId) : null,
			detailTitle: nameOf(conversationId) ?? "Conversation",
			hint: "Choose a conversation.",
		});
	},
};

function nameOf(id: string | undefined): string | undefined {
	const known = id ? peek(thread(id)) : undefined;
	return known ? writeNumber(known.from) : undefined;
}

function rowOf(conversation: Conversation, place: Place): Row {
	const { id, from, mode, lastMessage, lastMessageAt, unreadCount } = conversation;
	return {
		title: writeNumber(from),
		detail: html`${statusView(conversationModeWords[mode])} ${lastMessage?.preview ?? ""}`,
		leading: avatarView(from),
		time: lastMessageAt ? timeView(lastMessageAt) : "",
		href: withQuery({ ...place, path: `/inbox/${id}` }, {}),
		isCurrent: place.params.conversationId === id,
		isUnread: unreadCount > 0,
		prefetch: () => void prefetch(thread(id)),
	};
}

function threadView(id: string) {
	return resourceView(
		thread(id),
		({ messages }) => html`
			<ol class="page-body">
				${messages.map(({ body, createdAt }) => html`<li><p dir="auto">${body}</p><p class="soft small">${timeView(createdAt, "clock")}</p></li>`)}
			</ol>
		`,
		{ back: { href: "/inbox", label: "All Conversations" } },
	);
}
