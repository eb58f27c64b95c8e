import type { Role, Scope } from "@cloudpbx/contracts/api/scopes";
import type { OwnGroup } from "@cloudpbx/contracts/extensions/extensions";
import { groupsOfPersonMax } from "@cloudpbx/contracts/words/extension-limits";
import { and, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { apiKeys, sessions, users } from "./schema/admin.ts";
import { extensions } from "./schema/provisioning.ts";

/** Conditions under which a credential opens anything: the API asks them with each request, the live feed of open sockets. */
export const isActivePerson: SQL = isNull(users.deactivatedAt);

export function isRunningSession(now: Date): SQL {
	return gt(sessions.expiresAt, now);
}

export function isValidKey(now: Date): SQL {
	return and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))) as SQL;
}

/** For a left join of `extensions` to `users`. */
export const isOwnExtension = and(
	eq(extensions.id, users.extensionId),
	ne(extensions.status, "inactive"),
) as SQL;

const parseGroups = (json: unknown) => JSON.parse(String(json)) as OwnGroup[];

/**
 * The groups of an agent, by their keys, beside `isOwnExtension`; null for everybody else, who may see what all groups have. Reads
 * what is in use of the three keys, whoever has left.
 */
export const groupsOfAgent: SQL<OwnGroup[] | null> =
	sql`CASE WHEN ${users.role} = 'agent' AND ${extensions.id} IS NOT NULL THEN
	(SELECT json_group_array(json_object('id', id, 'ext', ext, 'name', name, 'since', created_at)) FROM
		(SELECT party.id, party.ext, party.name, party.created_at FROM ${extensions} AS party INDEXED BY extensions_ext_in_use
			WHERE party.status <> 'inactive' AND party.kind = 'group'
				AND EXISTS (SELECT 1 FROM json_each(party.members) WHERE value = ${extensions.id})
			ORDER BY party.ext LIMIT ${sql.raw(String(groupsOfPersonMax))})) END`.mapWith(parseGroups);

/** What a credential gives. A role stands for its scopes: those of a key are its own. */
export interface Grant {
	role: Role | null;
	scopes: readonly Scope[];
	/** The person's own extension. */
	extensionId: string | null;
	/** An agent's. */
	groups: readonly Pick<OwnGroup, "id">[] | null;
}

/** Characters of a group's id that tell it from others: a socket keeps no more. */
const groupMark = "ext_".length + 8;

/** The same text as long as a credential gives the same. */
export function describeGrant({ role, scopes, extensionId, groups }: Grant): string {
	if (role === null) return scopes.toSorted().join(" ");
	const marks = (groups ?? []).map(({ id }) => id.slice(0, groupMark)).sort();
	return [role, ...(extensionId === null ? [] : [extensionId]), ...marks].join(" ");
}
