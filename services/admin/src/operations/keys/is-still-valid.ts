import { refuse } from "@cloudpbx/contracts/errors";
import { isValidKey } from "@cloudpbx/db/credentials";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import { keyOf, type Principal } from "../../domain/people/principal.ts";
import type { Act } from "../audit/record-change.ts";

export const revokedMeanwhile = refuse("forbidden", "Your key was revoked in the meantime.");

/** For a statement by which a key makes something: the key may have been revoked since the request began. */
export function isStillValid({ db, now }: Act, principal: Principal): SQL {
	const keyId = keyOf(principal);
	if (keyId === null) return sql`1`;
	return exists(
		db
			.select({ id: apiKeys.id })
			.from(apiKeys)
			.where(and(eq(apiKeys.id, keyId), isValidKey(now))),
	);
}
