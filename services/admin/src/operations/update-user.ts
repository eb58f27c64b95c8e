import type { UpdateUser, User } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { users } from "@cloudpbx/db/schema/admin";
import { and, eq, exists, isNull } from "drizzle-orm";
import { changedFields } from "../domain/changed-fields.ts";
import { missingScopeOfRoles, type Principal, rolesAbove } from "../domain/principal.ts";
import { endGrants } from "./end-grants.ts";
import { findExtensionId } from "./find-extension-id.ts";
import { keepsAnOwner, lastOwner } from "./keeps-an-owner.ts";
import { findUser, selectUsers } from "./load-users.ts";
import { type Act, recordIfChanged } from "./record-change.ts";
import { showUser } from "./show-user.ts";

const noUser = refuse("not_found", "There is no such active user.");
const changedMeanwhile = refuse("conflict", "Their role was changed in the meantime. Look again.");

/**
 * Nobody can change somebody who may do more, or make somebody be able to. Whoever may do less afterwards loses what they
 * made beyond it.
 */
export async function updateUser(
	act: Act,
	editor: Principal,
	id: string,
	input: UpdateUser,
	environment: string,
): Promise<Result<User>> {
	const { db, now } = act;
	const user = await findUser(db, id);
	if (!user || user.deactivatedAt) return noUser;
	const role = input.role ?? user.role;
	const excess = missingScopeOfRoles(editor, user.role, role);
	if (excess !== null) return refuse("forbidden", `You lack the scope ${excess} yourself.`);
	const change = changedFields<UpdateUser>(user, input);
	if (change === null) return accept(showUser(user));
	const { extension, ...fields } = change.after;
	const extensionId = await findExtensionId(db, extension ?? null);
	if (!extensionId.ok) return extensionId;

	const [updated, , [current]] = await db.batch([
		db
			.update(users)
			.set({
				...fields,
				...(extension !== undefined && { extensionId: extensionId.value }),
				updatedAt: now,
			})
			.where(
				and(
					eq(users.id, id),
					isNull(users.deactivatedAt),
					// Whoever may change somebody with that role need not be able to with the one they have been given since.
					eq(users.role, user.role),
					role === "owner" ? undefined : keepsAnOwner(db, environment),
				),
			),
		recordIfChanged(act, { action: "user.update", target: { kind: "user", id }, ...change }),
		selectUsers(db, eq(users.id, id)),
		...(rolesAbove(role).includes(user.role) ? endGrants(act, id, role, hasRole(db, id, role)) : []),
	]);
	if (!current || current.deactivatedAt) return noUser;
	if (updated.meta.changes > 0) return accept(showUser(current));
	return current.role === user.role ? lastOwner : changedMeanwhile;
}

function hasRole(db: Db, id: string, role: Role) {
	const person = and(eq(users.id, id), eq(users.role, role));
	return exists(db.select({ id: users.id }).from(users).where(person));
}
