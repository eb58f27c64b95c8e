import type { Role, Scope } from "@cloudpbx/contracts/api/scopes";
import type { OwnGroup } from "@cloudpbx/contracts/extensions/extensions";
import { groupsOfPersonMax } from "@cloudpbx/contracts/words/extension-limits";
import { and, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { apiKeys, sessions, users } from "./schema/admin.ts";
import { extensions } from "./schema/provisioning.ts";

/** The conditions of a valid credential, for each request of the API and for open sockets. */
export const isActivePerson: SQL = isNull(users.deactivatedAt);

/** The session has not expired at `now`. */
export function isRunningSession(now: Date): SQL {
	return gt(sessions.expiresAt, now);
}

/** The key is neither revoked nor expired at `now`. */
export function isValidKey(now: Date): SQL {
	return and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))) as SQL;
}

export const isOwnExtension = and(
	eq(extensions.id, users.extensionId),
	ne(extensions.status, "inactive"),
) as SQL;

const parseGroups = (json: unknown) => JSON.parse(String(json)) as OwnGroup[];

/** An agent's groups, beside `isOwnExtension`; null for everybody else. Reads active groups only. */
export const groupsOfAgent: SQL<OwnGroup[] | null> =
	sql`CASE WHEN ${users.role} = 'agent' AND ${extensions.id} IS NOT NULL THEN
	(SELECT json_group_array(json_object('id', id, 'ext', ext, 'name', name, 'since', created_at)) FROM
		(SELECT party.id, party.ext, party.name, party.created_at FROM ${extensions} AS party INDEXED BY extensions_ext_in_use
			WHERE party.status <> 'inactive' AND party.kind = 'group'
				AND EXISTS (SELECT 1 FROM json_each(party.members) WHERE value = ${extensions.id})
			ORDER BY party.ext LIMIT ${sql.raw(String(groupsOfPersonMax))})) END`.mapWith(parseGroups);

/** The rights of a credential. A role stands for its scopes; a key has its own. */
export interface Grant {
	role: Role | null;
	scopes: readonly Scope[];
	extensionId: string | null;
	groups: readonly Pick<OwnGroup, "id">[] | null;
}

/** Characters that identify a group: a socket keeps no more. */
const groupMark = "ext_".length + 8;

/** Equal rights give equal texts. */
export function describeGrant({ role, scopes, extensionId, groups }: Grant): string {
	if (role === null) return scopes.toSorted().join(" ");
	const marks = (groups ?? []).map(({ id }) => id.slice(0, groupMark)).sort();
	return [role, ...(extensionId === null ? [] : [extensionId]), ...marks].join(" ");
}
