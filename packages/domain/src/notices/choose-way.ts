import { type Role, type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import type { NoticeKind, NoticeWay } from "@cloudpbx/contracts/words/notice-kinds";

export interface NoticeReader {
	role: Role;
	hasExtension: boolean;
}

/** The scope that a notice needs; null: none. */
const scopes: Record<NoticeKind, Scope | null> = {
	missedCall: null,
	voicemail: "voicemails:read",
	conversationWaiting: "messages:send",
	campaignStopped: "campaigns:read",
	campaignFinished: "campaigns:read",
	numberTrouble: "numbers:read",
};

/** True when this role may get the notice. */
export function mayBeTold(kind: NoticeKind, { role }: Pick<NoticeReader, "role">): boolean {
	const scope = scopes[kind];
	return scope === null || scopesOfRole[role].includes(scope);
}

/** Returns the chosen way or the default, which never costs money and needs company e-mail. */
export function chooseWay(
	kind: NoticeKind,
	chosen: NoticeWay | null,
	reader: NoticeReader,
	isEmailOn: boolean,
): NoticeWay {
	if (!mayBeTold(kind, reader)) return "none";
	return chosen ?? (isEmailOn && isToldByDefault(kind, reader) ? "email" : "none");
}

/** People with callers hear of calls; owners hear of failures. */
function isToldByDefault(kind: NoticeKind, { role, hasExtension }: NoticeReader): boolean {
	if (kind === "missedCall" || kind === "voicemail") return hasExtension;
	return role === "owner" && (kind === "numberTrouble" || kind === "campaignStopped");
}
