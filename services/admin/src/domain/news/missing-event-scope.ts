import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { WebhookEvent } from "@cloudpbx/contracts/words/webhook-words";
import { missingScope, type Principal } from "../people/principal.ts";

/** Scope that reads the subjects of an event kind. */
const scopeOfKind: Record<string, Scope> = {
	call: "calls:read",
	voicemail: "voicemails:read",
	message: "messages:read",
	conversation: "messages:read",
	campaign: "campaigns:read",
	consent: "optouts:read",
};

/** First missing scope for these events; null when none is missing. */
export function missingEventScope(principal: Principal, events: readonly WebhookEvent[]): Scope | null {
	const kinds = events.map((event) => event.slice(0, event.indexOf(".")));
	return missingScope(
		principal,
		kinds.flatMap((kind) => scopeOfKind[kind] ?? []),
	);
}
