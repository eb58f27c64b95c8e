import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { html, nothing } from "lit-html";
import { peek, prefetch } from "../../api/resource.ts";
import { buttonView } from "../../parts/button.ts";
import { splitView } from "../../parts/page.ts";
import type { View } from "../../parts/view.ts";
import { type Place, withQuery } from "../../router.ts";
import type { Screen } from "../../screen.ts";
import { can } from "../../session/session.ts";
import { drawAgainWithin } from "../../state/draw-again.ts";
import { changed } from "../../state/store.ts";
import { filtersView, listView } from "./list/list-pane.ts";
import { beginSelection, endSelection, isSelecting } from "./list/selection.ts";
import { openNewText } from "./open-new-text.ts";
import { callsWith, voicemailsOf } from "./resources/calls-of-contact.ts";
import { consentOf } from "./resources/consent.ts";
import { chosenIn, conversationsOf, foundTexts, wordsIn } from "./resources/conversations.ts";
import { threadOf } from "./resources/thread.ts";
import { nameContact } from "./words.ts";
import "./style.css";

const ageMilliseconds = 30_000;

type Pane = typeof import("./conversation/pane.ts");
let pane: Pane | null = null;
let isLoading = false;
let askedFor: string | null = null;

export const screen: Screen = {
	load(place) {
		const { conversationId } = place.params;
		const words = wordsIn(place);
		void (words ? prefetch(foundTexts(words)) : prefetch(conversationsOf(chosenIn(place))));
		if (conversationId) void prefetchConversation(conversationId, place);
		fetchPane(conversationId !== undefined);
		offerNewText(place);
	},
	title: ({ params }) => nameOf(params.conversationId),
	keys(place) {
		const { conversationId } = place.params;
		const ofConversation = conversationId ? (pane?.conversationKeys(conversationId, place) ?? []) : [];
		return [
			...ofConversation,
			...(can("messages:send") ? [{ key: "c", label: "New text", run: () => openNewText() }] : []),
		];
	},
	commands(place) {
		const { conversationId } = place.params;
		const ofConversation = conversationId ? (pane?.conversationCommands(conversationId) ?? []) : [];
		return [...peopleOf(place), ...ofConversation];
	},
	view(place) {
		const { conversationId } = place.params;
		drawAgainWithin(ageMilliseconds);
		return splitView({
			title: "Inbox",
			listHref: withQuery({ ...place, path: "/inbox" }, { text: null }),
			actions: actionsView(),
			filters: filtersView(place),
			list: listView(place),
			detail: conversationId ? (pane?.conversationView(conversationId, place) ?? html`<div></div>`) : null,
			detailTitle: nameOf(conversationId) ?? "Conversation",
			detailActions: conversationId ? (pane?.narrowActions(conversationId) ?? nothing) : nothing,
			hint: "Choose a conversation.",
			...(conversationId && { inspector: pane?.inspectorPane(conversationId) ?? nothing }),
		});
	},
};

function actionsView(): View {
	return html`
		${
			isSelecting()
				? buttonView({ label: "Done", onPress: endSelection })
				: buttonView({ label: "Select", onPress: beginSelection })
		}
		${can("messages:send") ? buttonView({ label: "New Text…", style: "prominent", onPress: () => openNewText() }) : nothing}
	`;
}

/** Reads calls and voicemail together with the texts if the contact is known, otherwise afterwards. */
async function prefetchConversation(id: string, place: Place): Promise<void> {
	const listed = peek(conversationsOf(chosenIn(place)))?.items.find((one) => one.id === id);
	if (listed) prefetchBesides(listed);
	const thread = await prefetch(threadOf(id));
	if (thread) prefetchBesides(thread.conversation);
}

function prefetchBesides({ from, isOptedOut }: Conversation): void {
	if (can("calls:read")) void prefetch(callsWith(from));
	if (can("voicemails:read")) void prefetch(voicemailsOf(from));
	if (isOptedOut && can("optouts:read")) void prefetch(consentOf(from));
}

function fetchPane(isNeeded: boolean): void {
	if (pane || isLoading) return;
	const wait =
		isNeeded || !window.requestIdleCallback ? (run: () => void) => run() : window.requestIdleCallback;
	wait(async () => {
		if (isLoading) return;
		isLoading = true;
		try {
			pane = await import("./conversation/pane.ts");
			changed();
		} finally {
			isLoading = false;
		}
	});
}

/** `/inbox?to=%2B1…`: a link of the palette, a call or a contact. */
function offerNewText({ query }: Place): void {
	const to = query.get("to");
	if (to !== null && to !== askedFor && can("messages:send")) openNewText(to);
	askedFor = to;
}

function nameOf(id: string | undefined): string | undefined {
	const known = id ? peek(threadOf(id)) : undefined;
	return known ? nameContact(known.conversation.from, known.conversation.contactName) : undefined;
}

function peopleOf(place: Place) {
	const items = peek(conversationsOf(chosenIn(place)))?.items ?? [];
	return items.map(({ id, from, contactName, lastMessage }) => ({
		section: "Conversations" as const,
		label: nameContact(from, contactName),
		href: `/inbox/${id}`,
		...(lastMessage && { detail: lastMessage.preview }),
	}));
}
