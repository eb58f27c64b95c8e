import type { Message, MessageMedia } from "@cloudpbx/contracts/texts/messages";
import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import type { View } from "../../../../parts/view.ts";
import { messageStatusWords } from "../../../../words/statuses.ts";
import { formatClock } from "../../../../words/times.ts";
import { canTryAgain, hasFailed } from "../../domain/delivery.ts";
import { splitLinks } from "../../domain/split-links.ts";
import { sendOnceMore } from "../../operations/send-reply.ts";
import { nameAuthor } from "../../words.ts";
import { openTextDetails } from "../lazy.ts";
import "./text.css";

interface Shown {
	isFirst: boolean;
	isLast: boolean;
	isDeliveryShown: boolean;
	isFound: boolean;
}

export function textView(
	message: Message,
	{ isFirst, isLast, isDeliveryShown, isFound }: Shown,
): TemplateResult {
	const { id, direction, author, createdAt } = message;
	const name = nameAuthor(message);
	const clock = formatClock(createdAt);
	const isFailed = hasFailed(message);
	const isHeld = Boolean(message.retryAt);
	return html`
		<article
			class="inbox-text"
			id=${id}
			data-side=${direction}
			data-author=${author}
			?data-last=${isLast}
			?data-failed=${isFailed}
			?data-quiet=${!isLast && !isDeliveryShown && !isHeld && !message.isBlocked}
			?data-found=${isFound}
			aria-label="${name}, ${clock}"
		>
			${isFirst && author !== "contact" ? html`<p class="inbox-text-author" dir="auto" aria-hidden="true">${name}</p>` : nothing}
			<div class="inbox-bubble">${bodyView(message.body)}${message.media.map(mediaView)}</div>
			<p class="inbox-text-foot">
				${message.isBlocked ? html`<span>Blocked, not answered</span>` : nothing}
				${keyed(message.status, isFailed ? failureView(message) : isHeld ? heldView(message) : html`${isDeliveryShown ? html`<span>${messageStatusWords[message.status].word}</span>` : nothing}`)}
				<button type="button" class="inbox-text-when" title="Details" @click=${() => openTextDetails(id)}>
					<span class="visually-hidden">Details, </span><time datetime=${createdAt}>${clock}</time>
				</button>
			</p>
		</article>
	`;
}

/** Text from outside, shown unchanged. Only web addresses become links. */
export function bodyView(body: string): View {
	if (body === "") return nothing;
	return html`<p class="inbox-words" dir="auto">${splitLinks(body).map(({ text, href }) => (href === null ? text : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`))}</p>`;
}

function heldView({ error }: Message): TemplateResult {
	return html`<span class="inbox-text-failure">Waiting${error ? `: ${error}` : "."}</span>`;
}

function failureView(message: Message): TemplateResult {
	const { word } = messageStatusWords[message.status];
	const why = message.error ?? message.reason;
	const code = message.errorCode === null ? "" : ` (${message.errorCode})`;
	return html`
		<span class="inbox-text-failure">${word}${why ? `: ${why}` : "."}${code}</span>
		${canTryAgain(message) ? html`<button type="button" class="button" data-style="plain" @click=${() => sendOnceMore(message)}>Try Again</button>` : nothing}
	`;
}

function mediaView({ id, contentType, status, failure }: MessageMedia): TemplateResult {
	const [kind] = contentType.split("/");
	const name = mediaNames[contentType] ?? mediaNames[kind ?? ""] ?? "File";
	if (status === "pending") return html`<p class="inbox-media-words">${name} is on its way</p>`;
	if (status !== "stored")
		return html`<p class="inbox-media-words">${name} could not be fetched${failure ? `: ${failure}` : ""}</p>`;
	const address = `/api/media/${encodeURIComponent(id)}`;
	if (shownPictures.test(contentType)) {
		return html`<a class="inbox-media" href=${address} target="_blank" rel="noopener"><img src=${address} alt=${name} loading="lazy" decoding="async"></a>`;
	}
	if (kind === "audio")
		return html`<audio class="inbox-media-sound" controls preload="none" src=${address} aria-label=${name}></audio>`;
	if (kind === "video")
		return html`<video class="inbox-media" controls preload="none" src=${address} aria-label=${name}></video>`;
	return html`<p class="inbox-media-words"><a href=${address} download rel="noopener">${name} (${contentType})</a></p>`;
}

/** Types that browsers show; others, such as HEIC, can be saved. */
const shownPictures = /^image\/(?:jpeg|png|gif|webp|avif|bmp)$/;

const mediaNames: Record<string, string> = {
	image: "Picture",
	video: "Film",
	audio: "Sound",
	"text/vcard": "Contact Card",
	"text/calendar": "Appointment",
	"application/pdf": "Document",
};
