import { html, type TemplateResult } from "lit-html";
import { initialsOf, shadeOf } from "../domain/initials.ts";
import { extensionsIcon } from "./icons.ts";

export function avatarView(name: string): TemplateResult {
	const initials = initialsOf(name);
	return html`<span class="avatar" data-shade=${shadeOf(name)} aria-hidden="true">${initials || extensionsIcon}</span>`;
}
