import { type Resource, use } from "../../../api/resource.ts";
import { can } from "../../../session/session.ts";
import type { Thread } from "../domain/thread.ts";
import { callsWith, voicemailsOf } from "../resources/calls-of-contact.ts";
import { consentOf } from "../resources/consent.ts";
import { currentOpening } from "./opening.ts";

/** For views. Everything above or instead of the field is loaded or refused, so nothing moves later. */
export function isReady({ conversation: { id, from, isOptedOut } }: Thread): boolean {
	const isHere = [
		!can("calls:read") || hasAnswer(callsWith(from)),
		!can("voicemails:read") || hasAnswer(voicemailsOf(from)),
		!isOptedOut || !can("optouts:read") || hasAnswer(consentOf(from)),
	];
	return currentOpening()?.id === id || isHere.every(Boolean);
}

function hasAnswer(resource: Resource<unknown>): boolean {
	const { data, refusal } = use(resource);
	return data !== undefined || refusal !== undefined;
}
