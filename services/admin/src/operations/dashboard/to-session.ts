import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { Session } from "@cloudpbx/contracts/api/session";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { asc, eq, or, type SQL, sql } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import { type Holder, may } from "../../access/holder.ts";
import type { Principal } from "../../domain/people/principal.ts";
import { type InstalledSettings, readStoredSettings, selectSettings } from "../office/load-settings.ts";
import { countUnheard, countUnreadConversations, countWaitingConversations } from "./count-waiting.ts";

/** More numbers are listed at `/api/numbers`. */
const numbersMax = 200;

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
					conversationsWaiting: whenMay(holder, "messages:read", countWaitingConversations()),
					conversationsUnread: whenMay(holder, "messages:read", countUnreadConversations()),
					voicemailsUnheard: whenMay(holder, "voicemails:read", countUnheard(holder)),
				})
				.from(holder),
		] as const,
);

type SessionFacts = ReturnType<typeof sessionFacts.of>;

export function toSession(
	{ kind, id, name, email, role, extension, groups, scopes }: Principal,
	[settingRows, numbers, [badges]]: SessionFacts,
	installed: InstalledSettings & { PHONES_URL: string },
): Session {
	const { companyName, timeZone } = readStoredSettings(settingRows, installed);
	return {
		person:
			kind === "user" && email !== null ? { id, name, email, extension, groups: toGroups(groups) } : null,
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

function toGroups(groups: Principal["groups"]): { ext: string; name: string }[] {
	return (groups ?? []).map(({ ext, name }) => ({ ext, name }));
}

function whenMay(holder: Holder, scope: Scope, count: SQL): SQL<number | null> {
	return sql`CASE WHEN ${may(holder, scope)} THEN ${count} END`;
}
