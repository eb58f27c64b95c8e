import type { Credential } from "@cloudpbx/contracts/news/live";
import { and, eq, sql } from "drizzle-orm";
import {
	describeGrant,
	groupsOfAgent,
	isActivePerson,
	isOwnExtension,
	isRunningSession,
	isValidKey,
} from "./credentials.ts";
import type { Db } from "./open-db.ts";
import { apiKeys, sessions, users } from "./schema/admin.ts";
import { extensions } from "./schema/provisioning.ts";

/** Returns `describeGrant` of each credential in order; null for an invalid one. One statement. */
export async function findGrants(
	db: Db,
	credentials: readonly Credential[],
	now: Date,
): Promise<(string | null)[]> {
	const kind = sql`r.value ->> '$.kind'`;
	const id = sql`r.value ->> '$.id'`;
	const rows = await db
		.select({
			userId: users.id,
			role: users.role,
			extensionId: extensions.id,
			groups: groupsOfAgent,
			keyId: apiKeys.id,
			scopes: apiKeys.scopes,
		})
		.from(sql`json_each(${JSON.stringify(credentials)}) r`)
		.leftJoin(sessions, and(sql`${kind} = 'session'`, eq(sessions.id, id), isRunningSession(now)))
		.leftJoin(
			users,
			and(
				eq(users.id, sql`CASE ${kind} WHEN 'session' THEN ${sessions.userId} WHEN 'person' THEN ${id} END`),
				isActivePerson,
			),
		)
		.leftJoin(extensions, isOwnExtension)
		.leftJoin(apiKeys, and(sql`${kind} = 'key'`, eq(apiKeys.id, id), isValidKey(now)))
		.orderBy(sql`r.key`);
	return rows.map(({ userId, role, extensionId, groups, keyId, scopes }) =>
		userId === null && keyId === null
			? null
			: describeGrant({ role, scopes: scopes ?? [], extensionId, groups }),
	);
}
