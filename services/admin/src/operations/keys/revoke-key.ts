import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { apiKeys, invitations, passwordResets } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CallerContext } from "../../context.ts";
import { missingScope } from "../../domain/people/principal.ts";
import { endListedGrants } from "../people/end-grants.ts";

/**
 * The very next request with it is refused, and so is one with a key that was made with it; open invitations and links for a new
 * password that were made with any of them end too. Nobody revokes a key that may do more than they may. The rows of keys stay, so
 * that the audit log can name them.
 */
export async function revokeKey(ctx: CallerContext, id: string): Promise<Result<null>> {
	const { db } = ctx;
	const [key] = await db
		.select({ scopes: apiKeys.scopes })
		.from(apiKeys)
		.where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
	if (!key) return refuse("not_found", "There is no such key.");
	const excess = missingScope(ctx.principal, key.scopes);
	if (excess !== null) return refuse("forbidden", `You lack the scope ${excess} yourself.`);

	const isOpen = sql`EXISTS (SELECT 1 FROM api_keys root WHERE root.id = ${id} AND root.revoked_at IS NULL)`;
	const opened = and(madeWith(invitations.createdWith, id), isNull(invitations.acceptedAt), isOpen);
	const linked = and(madeWith(passwordResets.createdWith, id), isNull(passwordResets.usedAt), isOpen);
	const made = and(madeWith(apiKeys.id, id), isNull(apiKeys.revokedAt), isOpen);
	const results = await db.batch(endListedGrants(ctx, { opened, linked, made }));
	return results[5].meta.changes === 0 ? refuse("not_found", "There is no such key.") : accept(null);
}

/** The column names this key, or one that was made with it, or with one of those, and so on. */
function madeWith(column: SQLiteColumn, keyId: string): SQL {
	return sql`${column} IN (
		WITH RECURSIVE made(id) AS (
			SELECT ${keyId} UNION SELECT child.id FROM api_keys child JOIN made ON child.created_with = made.id
		) SELECT id FROM made)`;
}
