import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { apiKeys, invitations, passwordResets } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CallerContext } from "../../context.ts";
import { missingScope, refuseLacking } from "../../domain/people/principal.ts";
import { endListedGrants } from "../people/end-grants.ts";

/** Revokes a key and all that was made with it. The rows stay for the audit log. */
export async function revokeKey(ctx: CallerContext, id: string): Promise<Result<null>> {
	const { db } = ctx;
	const [key] = await db
		.select({ scopes: apiKeys.scopes })
		.from(apiKeys)
		.where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
	if (!key) return refuse("not_found", "There is no such key.");
	const excess = missingScope(ctx.principal, key.scopes);
	if (excess !== null) return refuseLacking(excess);

	const isOpen = sql`EXISTS (SELECT 1 FROM api_keys root WHERE root.id = ${id} AND root.revoked_at IS NULL)`;
	const opened = and(madeWith(invitations.createdWith, id), isNull(invitations.acceptedAt), isOpen);
	const linked = and(madeWith(passwordResets.createdWith, id), isNull(passwordResets.usedAt), isOpen);
	const made = and(madeWith(apiKeys.id, id), isNull(apiKeys.revokedAt), isOpen);
	const results = await db.batch(endListedGrants(ctx, { opened, linked, made }));
	return results[5].meta.changes === 0 ? refuse("not_found", "There is no such key.") : accept(null);
}

/** The column names this key or a key that descends from it. */
function madeWith(column: SQLiteColumn, keyId: string): SQL {
	return sql`${column} IN (
		WITH RECURSIVE made(id) AS (
			SELECT ${keyId} UNION SELECT child.id FROM api_keys child JOIN made ON child.created_with = made.id
		) SELECT id FROM made)`;
}
