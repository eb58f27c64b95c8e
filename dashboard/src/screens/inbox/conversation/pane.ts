import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { peek, use } from "../../../api/resource.ts";
import { buttonView } from "../../../parts/button.ts";
import { callButtonView } from "../../../parts/calling/call-button.ts";
import { infoIcon, moreIcon } from "../../../parts/icons.ts";
import { menuView } from "../../../parts/menu.ts";
import { openSheet } from "../../../parts/sheet.ts";
import { resourceView } from "../../../parts/states.ts";
import type { View } from "../../../parts/view.ts";
import { goTo, type Place, withQuery } from "../../../router.ts";
import type { Command, Key } from "../../../screen.ts";
import { can } from "../../../session/session.ts";
import { lazily } from "../../../state/lazily.ts";
import type { Thread } from "../domain/thread.ts";
import { handBack, takeOver } from "../operations/change-mode.ts";
import { undoSend } from "../operations/send-reply.ts";
import { threadOf } from "../resources/thread.ts";
import { hasSeveralLines, nameContact, nameLine } from "../words.ts";
import { closeAndGoOn, conversationActions, keepUnread } from "./actions.ts";
import { composerView, write } from "./composer/composer.ts";
import { speakerBar } from "./composer/speaker-bar.ts";
import { isReady } from "./is-ready.ts";
import { threadSkeleton } from "./skeleton.ts";
import { announcedWords } from "./thread/announce.ts";
import { followAttendance } from "./thread/attend.ts";
import { followNewest } from "./thread/follow-newest.ts";
import { threadView } from "./thread/thread.ts";
import "./style.css";

followAttendance();
document.addEventListener("keydown", undoByKey);

export function conversationView(id: string, place: Place): View {
	const skeleton = threadSkeleton();
	return resourceView(threadOf(id), (thread) => (isReady(thread) ? openView(id, thread, place) : skeleton), {
		skeleton,
		back: { href: withQuery({ ...place, path: "/inbox" }, { text: null }), label: "All Conversations" },
	});
}

function openView(id: string, thread: Thread, place: Place): TemplateResult {
	const { conversation } = thread;
	followNewest(thread);
	return html`
		<div class="inbox-conversation">
			<header class="inbox-conversation-head only-panes">
				<div class="row-text">
					<h2 dir="auto">${nameContact(conversation.from, conversation.contactName)}</h2>
					${hasSeveralLines() ? html`<p class="row-detail">on ${nameLine(conversation.to)}</p>` : nothing}
				</div>
				${callButtonView(conversation.from, { isIconOnly: true })}
				${
					can("messages:send") && conversation.mode !== "closed"
						? buttonView({ label: "Close", shortcut: "E", onPress: () => closeAndGoOn(conversation) })
						: nothing
				}
				${actionsView(thread, "conversation-menu")}
			</header>
			<div class="inbox-thread-frame">${threadView(id, thread, place.query.get("text"))}</div>
			${keyed(`${id} ${conversation.isOptedOut}`, html`<div class="inbox-conversation-foot">${speakerBar(thread)} ${composerView(thread)}</div>`)}
			<p class="visually-hidden" role="status">${announcedWords()}</p>
		</div>
	`;
}

export function narrowActions(id: string): View {
	const thread = use(threadOf(id)).data;
	return thread ? actionsView(thread, "narrow-menu") : nothing;
}

function actionsView({ conversation }: Thread, menuId: string): TemplateResult {
	return html`
		${menuView({ id: menuId, label: "More Actions", face: moreIcon, isIconOnly: true, items: conversationActions(conversation) })}
		<span class="inbox-without-inspector">
			${buttonView({ label: "Details", icon: infoIcon, isIconOnly: true, onPress: () => showInspector(conversation.id) })}
		</span>
	`;
}

function showInspector(id: string): void {
	openSheet({
		title: "Details",
		view: () => html`<div class="sheet-body">${inspectorPane(id)}</div>`,
	});
}

const inspector = lazily(() => import("./facts/inspector.ts"));

export function inspectorPane(id: string): View {
	const thread = use(threadOf(id)).data;
	return thread ? (inspector()?.inspectorView(thread.conversation) ?? nothing) : nothing;
}

export function conversationKeys(id: string, place: Place): Key[] {
	const thread = peek(threadOf(id));
	if (!thread) return [];
	const { conversation } = thread;
	const toList = () => leave(place);
	const mayWrite = can("messages:send");
	return [
		...(mayWrite
			? [
					{ key: "r", label: "Reply", run: () => write(id, "reply") },
					{ key: "n", label: "Write a note", run: () => write(id, "note") },
					{
						key: "t",
						label: "Take over, or hand back",
						run: () => void (conversation.mode === "human" ? handBack(id) : takeOver(id)),
					},
					{ key: "e", label: "Close, and open the next", run: () => closeAndGoOn(conversation) },
				]
			: []),
		{ key: "u", label: "Mark as unread", run: () => keepUnread(conversation) },
		{ key: "Escape", label: "Back to the list", run: toList, worksInFields: true },
	];
}

export function conversationCommands(id: string): Command[] {
	const thread = peek(threadOf(id));
	return (thread ? conversationActions(thread.conversation) : []).map(({ label, key, run }) => ({
		section: "Actions" as const,
		label,
		run,
		...(key && { detail: key }),
	}));
}

/** Goes to the row of the list, or in a narrow page to the list. */
function leave(place: Place): void {
	if (document.querySelector(":popover-open")) return;
	const row = document.querySelector<HTMLElement>('.list-pane .row[aria-current="true"]');
	if (row?.checkVisibility()) row.focus();
	else goTo(withQuery({ ...place, path: "/inbox" }, { text: null }));
}

/** Puts the last sent text back, unless the field has its own text to undo. */
function undoByKey(event: KeyboardEvent): void {
	const isUndo =
		event.key.toLowerCase() === "z" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
	const { target } = event;
	const hasWords =
		(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.value !== "";
	if (isUndo && !event.defaultPrevented && !hasWords && undoSend()) event.preventDefault();
}
