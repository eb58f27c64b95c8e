import type { Role, Scope } from "@cloudpbx/contracts/api/scopes";
import { and, eq, gt, isNull, ne, or, type SQL } from "drizzle-orm";
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

/** What a credential gives. A role stands for its scopes: those of a key are its own. */
export interface Grant {
	role: Role | null;
	scopes: readonly Scope[];
	/** The person's own extension. */
	extensionId: string | null;
}

/** The same text as long as a credential gives the same. */
export function describeGrant({ role, scopes, extensionId }: Grant): string {
	if (role === null) return scopes.toSorted().join(" ");
	return extensionId === null ? role : `${role} ${extensionId}`;
}
