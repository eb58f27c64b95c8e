import { html, type TemplateResult } from "lit-html";
import { initialsOf, shadeOf } from "../domain/initials.ts";
import { extensionsIcon } from "./icons.ts";

/** Initials on a shade of their own; a number without a name has a figure. Says nothing that stands not beside it. */
export function avatarView(name: string): TemplateResult {
	const initials = initialsOf(name);
	return html`<span class="avatar" data-shade=${shadeOf(name)} aria-hidden="true">${initials || extensionsIcon}</span>`;
}
