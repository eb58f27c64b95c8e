import { html, type TemplateResult } from "lit-html";
import type { CallView } from "../control/call-view.ts";
import { listCaptions } from "../domain/list-captions.ts";

/** Live captions of a call. */
export function captionsView(call: CallView): TemplateResult {
	return html`
		<div class="captions" role="log" aria-label="What you hear" tabindex="0">
			<div class="captions-content">
				${listCaptions(call).map(
					({ kind, text }) => html`
						<p class="caption ${kind}">
							${kind === "sent" ? html`<span class="visually-hidden">You: </span>` : ""}${text}
						</p>
					`,
				)}
			</div>
		</div>
	`;
}
