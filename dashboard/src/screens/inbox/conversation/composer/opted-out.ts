import type { NamedConversation as Conversation } from "@cloudpbx/contracts/texts/conversations";
import type { ConsentEvent } from "@cloudpbx/contracts/texts/opt-outs";
import { html, nothing, type TemplateResult } from "lit-html";
import { use } from "../../../../api/resource.ts";
import { can } from "../../../../session/session.ts";
import { consentSourceWords } from "../../../../words/statuses.ts";
import { formatMoment } from "../../../../words/times.ts";
import { consentOf } from "../../resources/consent.ts";
import { openOptIn } from "../lazy.ts";

/** Replaces the field: why nothing can be sent, since when, and how to lift it. */
export function optedOutView({ from }: Conversation): TemplateResult {
	const last = can("optouts:read")
		? use(consentOf(from)).data?.findLast(({ kind }) => kind === "opt_out")
		: undefined;
	return html`
		<div class="inbox-composer-closed">
			<p><strong>This contact has opted out of texts.</strong></p>
			${last ? html`<p dir="auto">${describeConsent(last)}</p>` : nothing}
			<p>START, texted from that phone, lifts it${can("optouts:write") ? ", or you with a written reason." : ", or an owner with a written reason."}</p>
			${can("optouts:write") ? html`<button type="button" class="button" @click=${() => openOptIn(from)}>Lift Opt-Out…</button>` : nothing}
		</div>
	`;
}

/** "Texted a keyword: “STOP”. Tuesday, …". */
export function describeConsent({ source, words, reason, by, at }: ConsentEvent): string {
	const said = words ? `: “${words}”` : reason ? `: ${reason}` : "";
	return `${consentSourceWords[source]}${said}${by ? ` (${by})` : ""}, ${formatMoment(at)}`;
}
