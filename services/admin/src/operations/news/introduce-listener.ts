import type { Credential, LiveListener } from "@cloudpbx/contracts/news/live";
import { describeGrant } from "@cloudpbx/db/credentials";
import { topicsOf } from "../../domain/news/live-topics.ts";
import { type Principal, type VisibleVoicemail, visibleVoicemail } from "../../domain/people/principal.ts";

/** A socket's attachment is small. */
const nameCharactersMax = 100;

export function introduceListener(principal: Principal): LiveListener {
	const { kind, id, name, expiresAt } = principal;
	const visible = visibleVoicemail(principal);
	return {
		topics: topicsOf(principal),
		voicemail: visible === "all" || visible === "none" ? "all" : nameBoxes(visible),
		credential: credentialOf(principal),
		grant: describeGrant(principal),
		until: expiresAt?.getTime() ?? null,
		person: kind === "user" ? { id, name: name.slice(0, nameCharactersMax) } : null,
	};
}

function nameBoxes([own, ...groups]: Exclude<VisibleVoicemail, string>): LiveListener["voicemail"] {
	return { extensionId: own.extensionId, groupIds: groups.map(({ extensionId }) => extensionId) };
}

function credentialOf({ kind, id, sessionId }: Principal): Credential {
	if (kind === "key") return { kind: "key", id };
	return sessionId === null ? { kind: "person", id } : { kind: "session", id: sessionId };
}
