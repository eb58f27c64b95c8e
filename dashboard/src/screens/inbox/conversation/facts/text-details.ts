import type { MessageEventKind, MessageWithHistory } from "@cloudpbx/contracts/texts/messages";
import { html, nothing } from "lit-html";
import { ask } from "../../../../api/ask.ts";
import { api, until } from "../../../../api/client.ts";
import type { Resource } from "../../../../api/resource.ts";
import { definitionsView } from "../../../../parts/lists/definitions.ts";
import { openSheet } from "../../../../parts/sheet.ts";
import { resourceView } from "../../../../parts/states.ts";
import { statusView } from "../../../../parts/status.ts";
import { formatInteger } from "../../../../words/counts.ts";
import { messageStatusWords } from "../../../../words/statuses.ts";
import { formatClock, formatMoment } from "../../../../words/times.ts";
import { nameAuthor, nameContact, nameLine } from "../../words.ts";
import "./facts.css";

const eventWords: Record<MessageEventKind, string> = {
	received: "Received",
	allowed: "Allowed to be sent",
	refused: "Not allowed to be sent",
	attempted: "Given to the carrier",
	accepted: "Taken by the carrier",
	not_accepted: "Refused by the carrier",
	withdrawn: "Withdrawn",
	outcome_unknown: "The carrier did not answer",
	found_at_carrier: "Found at the carrier",
	not_found_at_carrier: "Not found at the carrier",
	status: "Reported",
	gave_up: "Given up",
};

export function showTextDetails(messageId: string): void {
	const resource: Resource<MessageWithHistory> = {
		key: `messages/${messageId}`,
		load: (signal) => ask(() => api.messages[":id"].$get({ param: { id: messageId } }, until(signal))),
		staleAfter: (event) => event.kind === "message" && event.messageId === messageId,
	};
	openSheet({
		title: "Text Details",
		view: () => html`<div class="sheet-body">${resourceView(resource, detailsView)}</div>`,
	});
}

function detailsView(message: MessageWithHistory) {
	const { direction, from, to, status, error, reason, errorCode, segments, createdAt, events } = message;
	const [contact, line] = direction === "inbound" ? [from, to] : [to, from];
	const why = error ?? (status === "refused" ? reason : null);
	return html`
		${definitionsView([
			["Written By", nameAuthor(message)],
			["State", statusView(messageStatusWords[status])],
			["Reason", why && `${why}${errorCode === null ? "" : ` (${errorCode})`}`],
			["Contact", nameContact(contact)],
			["Line", nameLine(line)],
			["Billed Texts", formatInteger(segments)],
			["Time", formatMoment(createdAt)],
		])}
		<h3 class="group-title">What Happened</h3>
		<ol class="inbox-text-events">
			${events.map(
				(event) => html`
					<li>
						<time datetime=${event.at} title=${formatMoment(event.at)}>${formatClock(event.at)}</time>
						<span>
							${eventWords[event.kind]}${event.status ? `: ${messageStatusWords[event.status].word}` : ""}${event.errorCode === null ? "" : ` (${event.errorCode})`}
							${event.detail ? html`<span class="soft" dir="auto">${event.detail}</span>` : nothing}
						</span>
					</li>
				`,
			)}
		</ol>
	`;
}
