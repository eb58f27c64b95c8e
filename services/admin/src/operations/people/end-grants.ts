import { type Role, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import { apiKeys, invitations, passwordResets, users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { ActorContext } from "../../context.ts";
import { rolesAbove } from "../../domain/people/principal.ts";
import { recordEach } from "../audit/record-change.ts";

/** Ends what a person made and may not make any more. `role` is the new role, null for none. */
export function endGrants(ctx: ActorContext, userId: string, role: Role | null, condition: SQL) {
	const { db } = ctx;
	const opened = and(
		eq(invitations.createdBy, userId),
		isNull(invitations.acceptedAt),
		role === null ? undefined : inArray(invitations.role, rolesAbove(role)),
		condition,
	);
	const linked = and(
		eq(passwordResets.createdBy, userId),
		isNull(passwordResets.usedAt),
		role === null
			? undefined
			: inArray(
					passwordResets.userId,
					db
						.select({ id: users.id })
						.from(users)
						.where(inArray(users.role, rolesAbove(role))),
				),
		condition,
	);
	const made = and(
		eq(apiKeys.createdBy, userId),
		isNull(apiKeys.revokedAt),
		role === null ? undefined : hasMoreThan(role),
		condition,
	);
	return endListedGrants(ctx, { opened, linked, made });
}

/** Each ended grant gets an entry of the audit log. */
export function endListedGrants(
	ctx: ActorContext,
	{ opened, linked, made }: Record<"opened" | "linked" | "made", SQL | undefined>,
) {
	const { db, now } = ctx;
	return [
		recordEach(
			ctx,
			{ action: "invitation.withdraw", kind: "invitation" },
			{ id: invitations.id, condition: opened },
		),
		db.delete(invitations).where(opened),
		recordEach(
			ctx,
			{ action: "password_reset.withdraw", kind: "user" },
			{ id: passwordResets.userId, condition: linked },
		),
		db.delete(passwordResets).where(linked),
		recordEach(ctx, { action: "key.revoke", kind: "key" }, { id: apiKeys.id, condition: made }),
		db.update(apiKeys).set({ revokedAt: now }).where(made),
	] as const;
}

export function endResets({ db }: ActorContext, userId: string, condition: SQL) {
	return db
		.delete(passwordResets)
		.where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt), condition));
}

function hasMoreThan(role: Role): SQL {
	const allowed = JSON.stringify(scopesOfRole[role]);
	return exists(
		sql`(SELECT 1 FROM json_each(${apiKeys.scopes}) WHERE value NOT IN (SELECT value FROM json_each(${allowed})))`,
	);
}
