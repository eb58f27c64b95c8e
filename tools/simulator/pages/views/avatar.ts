import { html, type TemplateResult } from "lit-html";
import { handsetIcon } from "./icons.ts";
import { detailParty, hueOf, initialsOf, nameParty } from "./name-party.ts";

export function avatarView(number: string, size: "small" | "large" = "small"): TemplateResult {
	const initials = detailParty(number) ? initialsOf(nameParty(number)) : "";
	return html`<span class="avatar ${size}" data-hue=${hueOf(number)} aria-hidden="true">${initials || handsetIcon}</span>`;
}
