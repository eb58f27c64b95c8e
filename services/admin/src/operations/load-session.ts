import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { badgeMax, type Session } from "@cloudpbx/contracts/api/session";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { asc, eq, or, type SQL, sql } from "drizzle-orm";
import { readAlongside } from "../access/alongside.ts";
import { type Holder, may } from "../access/holder.ts";
import type { Principal } from "../domain/principal.ts";
import { type InstalledSettings, readStoredSettings, selectSettings } from "./load-settings.ts";

/** More than a small company has; the others are listed at `/api/numbers`. */
const numbersMax = 200;

/** Three statements, for the batch that finds out who asks. */
export const sessionFacts = readAlongside(
	({ db, holder }) =>
		[
			selectSettings(db, ["companyName", "timeZone"]),
			db
				.select({
					id: phoneNumbers.id,
					number: phoneNumbers.number,
					label: phoneNumbers.label,
					extension: extensions.ext,
					kind: phoneNumbers.kind,
				})
				.from(holder)
				.innerJoin(phoneNumbers, or(may(holder, "numbers:read"), may(holder, "messages:read")))
				.leftJoin(extensions, eq(extensions.id, phoneNumbers.extensionId))
				.orderBy(asc(phoneNumbers.number))
				.limit(numbersMax),
			db
				.select({
					conversationsWaiting: whenMay(holder, "messages:read", countOf(waitingConversations)),
					conversationsUnread: whenMay(holder, "messages:read", countOf(unreadConversations)),
					voicemailsUnheard: whenMay(holder, "voicemails:read", countUnheard(holder)),
				})
				.from(holder),
		] as const,
);

type SessionFacts = ReturnType<typeof sessionFacts.of>;

export function showSession(
	{ kind, id, name, email, role, extension, scopes }: Principal,
	[settingRows, numbers, [badges]]: SessionFacts,
	installed: InstalledSettings & { PHONES_URL: string },
): Session {
	const { companyName, timeZone } = readStoredSettings(settingRows, installed);
	return {
		person: kind === "user" && email !== null ? { id, name, email, extension } : null,
		role,
		scopes: [...scopes],
		companyName,
		timeZone,
		phonesUrl: installed.PHONES_URL || null,
		numbers: [...numbers],
		badges: {
			conversationsWaiting: badges?.conversationsWaiting ?? undefined,
			conversationsUnread: badges?.conversationsUnread ?? undefined,
			voicemailsUnheard: badges?.voicemailsUnheard ?? undefined,
		},
	};
}

// Named, since the planner takes any partial index that fits, also one that holds the whole history.
const waitingConversations = sql`SELECT 1 FROM conversations INDEXED BY conversations_mode_listed
	WHERE mode = 'waiting' AND listed_at IS NOT NULL`;
const unreadConversations = sql`SELECT 1 FROM conversations INDEXED BY conversations_unread
	WHERE unread_count > 0 AND listed_at IS NOT NULL`;
const isUnheard = sql`listened_at IS NULL AND deleted_at IS NULL`;

/** What `visibleVoicemail` says, as far as the database can: an agent's own, since the three keys are theirs. */
function countUnheard({ role, extension, extensionSince }: Holder): SQL {
	const all = sql`SELECT 1 FROM voicemails INDEXED BY voicemails_unheard WHERE ${isUnheard}`;
	const own = sql`SELECT 1 FROM voicemails INDEXED BY voicemails_unheard_extension
		WHERE ${isUnheard} AND extension = ${extension} AND created_at >= ${extensionSince}`;
	return sql`CASE WHEN ${role} = 'agent' THEN ${countOf(own)} ELSE ${countOf(all)} END`;
}

function countOf(rows: SQL): SQL {
	return sql`(SELECT count(*) FROM (${rows} LIMIT ${badgeMax}))`;
}

function whenMay(holder: Holder, scope: Scope, count: SQL): SQL<number | null> {
	return sql`CASE WHEN ${may(holder, scope)} THEN ${count} END`;
}
