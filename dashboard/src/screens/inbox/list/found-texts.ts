import type { FoundMessage } from "@cloudpbx/contracts/texts/messages";
import { html, nothing } from "lit-html";
import { prefetch } from "../../../api/resource.ts";
import { avatarView } from "../../../parts/avatar.ts";
import { pagedListView } from "../../../parts/lists/paged-list.ts";
import type { Row } from "../../../parts/lists/row.ts";
import { emptyView } from "../../../parts/states.ts";
import { timeView } from "../../../parts/time.ts";
import type { View } from "../../../parts/view.ts";
import { type Place, withQuery } from "../../../router.ts";
import { markWords } from "../domain/mark-words.ts";
import { foundTexts } from "../resources/conversations.ts";
import { threadOf } from "../resources/thread.ts";
import { nameAuthor, nameContact } from "../words.ts";

export function foundTextsView(words: string, place: Place): View {
	return pagedListView({
		resource: foundTexts(words),
		label: `Texts with “${words}”`,
		row: (message) => textRow(message, words, place),
		empty: emptyView({
			title: "Nothing Found",
			text: "Search finds whole words; the last word may be incomplete.",
			action: html`<a class="button" href=${withQuery(place, { q: null })}>Clear Search</a>`,
		}),
	});
}

function textRow(message: FoundMessage, words: string, place: Place): Row {
	const { id, contactName, conversationId, direction, from, to, body, createdAt } = message;
	const name = nameContact(direction === "inbound" ? from : to, contactName);
	return {
		title: name,
		detail: html`
			<span class="inbox-preview">
				${direction === "inbound" ? nothing : html`<span class="inbox-author">${nameAuthor(message)}:</span> `}${markWords(body, words).map(({ text, isFound }) => (isFound ? html`<mark>${text}</mark>` : text))}
			</span>
		`,
		leading: avatarView(name),
		time: timeView(createdAt),
		href: withQuery({ ...place, path: `/inbox/${conversationId}` }, { text: id }),
		isCurrent: place.query.get("text") === id,
		prefetch: () => void prefetch(threadOf(conversationId)),
	};
}
