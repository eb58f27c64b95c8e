import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { WebhookEvent } from "@cloudpbx/contracts/words/webhook-words";
import { missingScope, type Principal } from "../people/principal.ts";

/** What reads the things that events of a kind are about. */
const scopeOfKind: Record<string, Scope> = {
	call: "calls:read",
	voicemail: "voicemails:read",
	message: "messages:read",
	conversation: "messages:read",
	campaign: "campaigns:read",
	consent: "optouts:read",
};

/** A scope that these events tell of and this person or key lacks; null: none. Nobody has more sent out than they may read. */
export function missingEventScope(principal: Principal, events: readonly WebhookEvent[]): Scope | null {
	const kinds = events.map((event) => event.slice(0, event.indexOf(".")));
	return missingScope(
		principal,
		kinds.flatMap((kind) => scopeOfKind[kind] ?? []),
	);
}
