import { html, type TemplateResult } from "lit-html";
import type { Status } from "../words/statuses.ts";

/** A word and a dot, never colour alone. */
export function statusView({ word, tone }: Status): TemplateResult {
	return html`<span class="status" data-tone=${tone}>${word}</span>`;
}
