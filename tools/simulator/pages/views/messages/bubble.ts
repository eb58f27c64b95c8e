import { html, nothing, type TemplateResult } from "lit-html";
import type { MessageView } from "../../control/message-view.ts";
import type { Bubble } from "../../domain/messages/list-bubbles.ts";
import { showText } from "../../operations/show-text.ts";
import { state } from "../../state.ts";
import { chevronIcon } from "../icons.ts";

/** Sent texts on the right, received ones on the left. */
export function bubbleView({ message, isOwn, isThere, timeAbove, delivery }: Bubble): TemplateResult {
	const { body, media } = message;
	return html`
		${timeAbove ? html`<time class="time-above" datetime=${timeAbove}>${dayAndTime.format(new Date(timeAbove))}</time>` : nothing}
		<div
			class="bubble-row"
			data-side=${isOwn ? "own" : "other"}
			?data-waits=${!isThere}
			title=${describe(message)}
			@click=${() => showText(message.sid)}
		>
			<span class="visually-hidden">${isOwn ? "You: " : ""}</span>
			<div class="bubble-content">
				${media.map((file) => fileView(file))}
				${body || media.length === 0 ? html`<p class="bubble">${body || html`<em>Empty text</em>`}</p>` : nothing}
				<button
					type="button"
					class="details-button"
					aria-label="Details"
					title="Details"
					aria-pressed=${state.shownText?.sid === message.sid ? "true" : "false"}
				>
					${chevronIcon}
				</button>
			</div>
			${
				delivery
					? html`<p class="delivery ${delivery.tone === "calm" ? "" : "status"}" data-tone=${delivery.tone}>${delivery.word}</p>`
					: nothing
			}
		</div>
	`;
}

function fileView({ sid, contentType }: MessageView["media"][number]): TemplateResult {
	const address = state.pictures.get(sid);
	if (address) return html`<img class="picture" src=${address} alt="Picture">`;
	return html`<p class="bubble"><em>${contentType}</em></p>`;
}

function describe({ at, segments }: MessageView): string {
	return `${exact.format(new Date(at))}, ${segments === 1 ? "1 segment" : `${segments} segments`}`;
}

const dayAndTime = new Intl.DateTimeFormat(undefined, {
	weekday: "short",
	hour: "numeric",
	minute: "2-digit",
});
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
