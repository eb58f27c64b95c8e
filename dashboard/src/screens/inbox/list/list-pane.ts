import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { peek } from "../../../api/resource.ts";
import { actionButton } from "../../../parts/button.ts";
import { downloadIcon } from "../../../parts/icons.ts";
import { pagedListView } from "../../../parts/lists/paged-list.ts";
import { segmentsView } from "../../../parts/lists/segments.ts";
import { emptyView, refusalLine } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../../router.ts";
import { can, currentSession } from "../../../session/session.ts";
import { actionOf } from "../../../state/actions.ts";
import { currentPage } from "../../../state/page.ts";
import { keepChosen } from "../domain/keep-chosen.ts";
import { openNewText } from "../open-new-text.ts";
import { chosenIn, conversationsOf, wordsIn } from "../resources/conversations.ts";
import { threadOf } from "../resources/thread.ts";
import { hasSeveralLines, nameLine } from "../words.ts";
import { conversationRow } from "./conversation-row.ts";
import { foundTextsView } from "./found-texts.ts";
import { isSelecting, selectionBar } from "./selection.ts";

const exporting = "export/texts";
const typingMilliseconds = 250;

const shown = new Map<string, readonly Conversation[]>();
let typed: string | null = null;
let typing: ReturnType<typeof setTimeout> | undefined;

export function filtersView(place: Place): View {
	const { filter, unread, number } = chosenIn(place);
	const badges = currentSession()?.badges;
	const segment = (
		label: string,
		query: { filter: string | null; unread: string | null },
		count?: number,
	) => ({
		label,
		href: withQuery({ ...place, path: "/inbox" }, { ...query, text: null }),
		isCurrent: (filter ?? null) === query.filter && (unread ?? null) === query.unread,
		...(count !== undefined && { count }),
	});
	return html`
		${searchView(place)}
		${
			wordsIn(place)
				? nothing
				: html`<div class="inbox-segments">${segmentsView({
						label: "Conversations",
						items: [
							segment("Waiting", { filter: "waiting", unread: null }, badges?.conversationsWaiting),
							segment("Unread", { filter: null, unread: "true" }, badges?.conversationsUnread),
							segment("All", { filter: null, unread: null }),
							segment("Closed", { filter: "closed", unread: null }),
						],
					})}</div>
					${hasSeveralLines() ? lineView(place, number) : nothing}`
		}
		${can("messages:read") ? exportButton(wordsIn(place)) : nothing}
		${refusalLine(actionOf(exporting).refusal)}
	`;
}

function exportButton(words: string): View {
	return actionButton({
		name: exporting,
		label: "Export CSV",
		busyLabel: "Exporting…",
		icon: downloadIcon,
		run: async () => {
			const { saveCsv } = await import("../../../api/save-csv.ts");
			await saveCsv(`/api/messages${words && `?${new URLSearchParams({ q: words })}`}`, "texts.csv");
		},
	});
}

export function listView(place: Place): View {
	const words = wordsIn(place);
	if (words) return foundTextsView(words, place);
	const resource = conversationsOf(chosenIn(place));
	return html`
		${isSelecting() ? selectionBar(place) : nothing}
		${pagedListView({
			resource,
			label: "Conversations",
			arrange: (items) => arrange(resource.key, items, place.params.conversationId),
			row: (conversation) => conversationRow(conversation, place),
			empty: emptyListView(place),
		})}
	`;
}

/** The chosen conversation stays, with its thread's data. */
function arrange(key: string, items: Conversation[], chosenId: string | undefined): Conversation[] {
	const chosen = chosenId === undefined ? undefined : peek(threadOf(chosenId))?.conversation;
	const before = (shown.get(key) ?? []).map((one) => (one.id === chosen?.id ? chosen : one));
	const arranged = keepChosen(before, items, chosenId);
	shown.set(key, arranged);
	return arranged;
}

export function shownConversations(place: Place): readonly Conversation[] {
	return shown.get(conversationsOf(chosenIn(place)).key) ?? [];
}

function searchView(place: Place): View {
	return html`
		<input
			type="search"
			class="input inbox-list-search"
			aria-label="Search all texts"
			placeholder="Search All Texts"
			autocomplete="off"
			.value=${live(typed ?? wordsIn(place))}
			@input=${(event: Event) => {
				typed = (event.currentTarget as HTMLInputElement).value;
				clearTimeout(typing);
				typing = setTimeout(search, typingMilliseconds);
			}}
		>
	`;
}

function search(): void {
	const words = typed?.trim();
	const place = currentPage()?.place;
	typed = null;
	if (place?.path.startsWith("/inbox"))
		goTo(withQuery(place, { q: words || null, text: null }), { replaces: true });
}

function lineView(place: Place, number: string | undefined): View {
	const numbers = currentSession()?.numbers ?? [];
	return html`
		<select
			class="input inbox-line-filter"
			aria-label="Line"
			@change=${(event: Event) => goTo(withQuery(place, { number: (event.currentTarget as HTMLSelectElement).value || null }))}
		>
			<option value="" .selected=${live(number === undefined)}>All Lines</option>
			${numbers.map((one) => html`<option value=${one.number} .selected=${live(one.number === number)}>${nameLine(one.number)}</option>`)}
		</select>
	`;
}

function emptyListView(place: Place): View {
	const { filter, unread, number } = chosenIn(place);
	if (number !== undefined) {
		return emptyView({
			title: "Nothing on This Line",
			text: "Other lines may have conversations.",
			action: html`<a class="button" href=${withQuery(place, { number: null, filter: null, unread: null })}>Clear Filters</a>`,
		});
	}
	if (filter === "waiting")
		return emptyView({
			title: "Nobody Is Waiting",
			text: "Conversations appear here when somebody asks for a person, or when the assistant cannot help.",
		});
	if (unread)
		return emptyView({
			title: "All Is Read",
			text: "New texts appear here until somebody has read them.",
		});
	if (filter) {
		return emptyView({
			title: "Nothing Here",
			action: html`<a class="button" href=${withQuery(place, { filter: null })}>Clear Filters</a>`,
		});
	}
	return emptyView({
		title: "No Texts Yet",
		text: "A text to one of your numbers starts a conversation here. The assistant answers until somebody takes over.",
		action: firstStepView(),
	});
}

function firstStepView(): View {
	const phonesUrl = currentSession()?.phonesUrl;
	if (phonesUrl)
		return html`<a class="button" data-style="prominent" href=${phonesUrl} target="_blank" rel="noopener">Open the Simulated Phones</a>`;
	if (!can("messages:send")) return nothing;
	return html`<button type="button" class="button" data-style="prominent" @click=${() => openNewText()}>New Text…</button>`;
}
