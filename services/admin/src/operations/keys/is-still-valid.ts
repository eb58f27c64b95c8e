import { refuse } from "@cloudpbx/contracts/errors";
import { isValidKey } from "@cloudpbx/db/credentials";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { keyOf } from "../../domain/people/principal.ts";

export const revokedMeanwhile = refuse("forbidden", "Your key was revoked in the meantime.");

/** Guards a write of a key against its revocation during the request. */
export function isStillValid({ db, now, principal }: CallerContext): SQL {
	const keyId = keyOf(principal);
	if (keyId === null) return sql`1`;
	return exists(
		db
			.select({ id: apiKeys.id })
			.from(apiKeys)
			.where(and(eq(apiKeys.id, keyId), isValidKey(now))),
	);
}
