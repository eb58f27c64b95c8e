import { type Role, type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import type { NoticeKind, NoticeWay } from "@cloudpbx/contracts/words/notice-kinds";

/** A person who may be told of something. */
export interface NoticeReader {
	role: Role;
	hasExtension: boolean;
}

/** What must be allowed to whoever is told; null: everybody has it. */
const scopes: Record<NoticeKind, Scope | null> = {
	missedCall: null,
	voicemail: "voicemails:read",
	conversationWaiting: "messages:send",
	campaignStopped: "campaigns:read",
	campaignFinished: "campaigns:read",
	numberTrouble: "numbers:read",
};

/** Whether somebody of this role may be told of it at all. */
export function mayBeTold(kind: NoticeKind, { role }: Pick<NoticeReader, "role">): boolean {
	const scope = scopes[kind];
	return scope === null || scopesOfRole[role].includes(scope);
}

/**
 * The way of a kind for a person: what was chosen, or the default. Nothing that costs money is a default, and nothing at all while
 * the company has no e-mail.
 */
export function chooseWay(
	kind: NoticeKind,
	chosen: NoticeWay | null,
	reader: NoticeReader,
	isEmailOn: boolean,
): NoticeWay {
	if (!mayBeTold(kind, reader)) return "none";
	return chosen ?? (isEmailOn && isToldByDefault(kind, reader) ? "email" : "none");
}

/** Those who have callers of their own hear of them; owners hear of what has stopped working. */
function isToldByDefault(kind: NoticeKind, { role, hasExtension }: NoticeReader): boolean {
	if (kind === "missedCall" || kind === "voicemail") return hasExtension;
	return role === "owner" && (kind === "numberTrouble" || kind === "campaignStopped");
}
