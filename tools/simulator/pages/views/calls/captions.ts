import { html, type TemplateResult } from "lit-html";
import type { CallView } from "../../control/call-view.ts";
import { type DialledParty, listCaptions } from "../../domain/calls/list-captions.ts";
import { state } from "../../state.ts";
import { nameParty } from "../name-party.ts";

export function captionsView(call: CallView): TemplateResult {
	return html`
		<div class="captions" role="log" aria-label="What you hear" tabindex="0">
			<div class="captions-content">
				${listCaptions(call, listDialled(call)).map(
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

function listDialled({ legs }: CallView): DialledParty[] {
	return legs.map(({ sid, to }) => ({
		sid,
		name: nameParty(to),
		startedAt: state.calls.get(sid)?.startedAt ?? null,
	}));
}
