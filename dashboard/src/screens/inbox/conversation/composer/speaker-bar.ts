import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { othersIn } from "../../../../api/presence.ts";
import { buttonView } from "../../../../parts/button.ts";
import { refusalLine } from "../../../../parts/states.ts";
import { statusView } from "../../../../parts/status.ts";
import type { View } from "../../../../parts/view.ts";
import { can } from "../../../../session/session.ts";
import { actionOf } from "../../../../state/actions.ts";
import { drawAgainWithin } from "../../../../state/draw-again.ts";
import type { Tone } from "../../../../words/statuses.ts";
import { formatAge } from "../../../../words/times.ts";
import { newestOf, type Thread } from "../../domain/thread.ts";
import { timeToAnswer } from "../../domain/time-to-answer.ts";
import { handBack, takeOver } from "../../operations/change-mode.ts";
import { changeNames } from "../../operations/change-names.ts";
import { describePresence, formatReason, isMe, nameAuthor } from "../../words.ts";
import { findMissed } from "./find-missed.ts";

export function speakerBar(thread: Thread): TemplateResult {
	const { conversation } = thread;
	const { id } = conversation;
	const refusal =
		changeNames.map((nameOf) => actionOf(nameOf(id)).refusal).find((one) => one !== null) ?? null;
	return html`
		<div class="inbox-speaker-bar">
			${wordsView(thread)}
			${can("messages:send") ? wayView(conversation) : nothing}
		</div>
		${refusalLine(refusal)}
	`;
}

/** Keyed by its content, so that nothing appears to move. */
function wordsView(thread: Thread): View {
	const missed = findMissed(thread);
	if (missed) {
		return html`<p class="inbox-speaker-words inbox-speaker-warning" role="alert" dir="auto">${nameAuthor(missed)} answered while you were writing.</p>`;
	}
	const { words, tone } = describe(thread);
	const others = describePresence(othersIn(thread.conversation.id));
	return html`${keyed(
		`${words} ${others !== null}`,
		html`<p class="inbox-speaker-words">
			${statusView({ word: words, tone })}
			${others ? html`<span class="inbox-presence" dir="auto">${others}</span>` : nothing}
		</p>`,
	)}`;
}

function describe(thread: Thread): { words: string; tone: Tone } {
	const { mode, takenOverBy, waitingReason, waitingSince } = thread.conversation;
	if (mode === "closed") return { words: "Closed. A new text opens it again.", tone: "quiet" };
	if (mode === "waiting") {
		const age = waitingSince ? ` (${formatAge(waitingSince, Date.now())})` : "";
		return { words: `Waiting for a person${formatReason(waitingReason)}${age}`, tone: "bad" };
	}
	if (mode === "human") {
		const words = isMe(takenOverBy)
			? "You took over."
			: takenOverBy
				? `${takenOverBy} took over.`
				: "A person took over.";
		return { words, tone: "good" };
	}
	return isAnswering(thread)
		? { words: "The assistant is answering…", tone: "busy" }
		: { words: "The assistant answers here.", tone: "good" };
}

/** The server does not report composing, so it is derived from a recent text of the contact. */
function isAnswering(thread: Thread): boolean {
	const leftMilliseconds = timeToAnswer(newestOf(thread), Date.now());
	if (leftMilliseconds > 0) drawAgainWithin(leftMilliseconds);
	return leftMilliseconds > 0;
}

function wayView({ id, mode }: Conversation): View {
	if (mode === "human") {
		return buttonView({ label: "Hand Back", shortcut: "T", onPress: () => void handBack(id) });
	}
	return buttonView({ label: "Take Over", shortcut: "T", onPress: () => void takeOver(id) });
}
