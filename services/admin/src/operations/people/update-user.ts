import type { UpdateUser, User } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";
import { accept, type Result, refuseOldVersion } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull, sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { rolesAbove } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { findPersonsExtensionId } from "../extensions/find-extension-id.ts";
import { endGrants, endResets } from "./end-grants.ts";
import { findManagedUser, noUser } from "./find-managed-user.ts";
import { lastOwner, leavesAnOwner } from "./leaves-an-owner.ts";
import { selectUsers } from "./list-users.ts";
import { toUser } from "./to-user.ts";

/** A lower role ends grants above it; any new role ends the open reset link. */
export async function updateUser(ctx: CallerContext, id: string, input: UpdateUser): Promise<Result<User>> {
	const { db, now } = ctx;
	const found = await findManagedUser(ctx, id, input.role);
	if (!found.ok) return found;
	const user = found.value;
	const role = input.role ?? user.role;
	const { version, ...wish } = input;
	const change = changedFields<UpdateUser>(user, wish);
	if (change === null) return accept(toUser(user));
	const { extension, ...fields } = change.after;
	const extensionId = await findPersonsExtensionId(ctx, extension ?? null);
	if (!extensionId.ok) return extensionId;

	const [updated, , [current]] = await db.batch([
		db
			.update(users)
			.set({
				...fields,
				...(extension !== undefined && { extensionId: extensionId.value }),
				updatedAt: now,
				version: sql`${users.version} + 1`,
			})
			.where(
				and(
					eq(users.id, id),
					isNull(users.deactivatedAt),
					version === undefined ? undefined : eq(users.version, version),
					// The caller may not have the right to change the role that was given meanwhile.
					eq(users.role, user.role),
					role === "owner" ? undefined : leavesAnOwner(ctx),
				),
			),
		recordIfChanged(ctx, { action: "user.update", target: { kind: "user", id }, ...change }),
		selectUsers(db, eq(users.id, id)),
		...(role === user.role ? [] : [endResets(ctx, id, hasRole(db, id, role))]),
		...(rolesAbove(role).includes(user.role) ? endGrants(ctx, id, role, hasRole(db, id, role)) : []),
	]);
	if (!current || current.deactivatedAt) return noUser;
	if (updated.meta.changes > 0) return accept(toUser(current));
	const isOld = (version !== undefined && current.version !== version) || current.role !== user.role;
	return isOld ? refuseOldVersion(toUser(current), input) : lastOwner;
}

function hasRole(db: Db, id: string, role: Role) {
	const person = and(eq(users.id, id), eq(users.role, role));
	return exists(db.select({ id: users.id }).from(users).where(person));
}
