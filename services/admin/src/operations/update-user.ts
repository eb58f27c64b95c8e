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
import { findUser } from "./load-users.ts";
import { type Act, recordIfChanged } from "./record-change.ts";
import { showUser } from "./show-user.ts";

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
	if (!user || user.deactivatedAt) return refuse("not_found", "There is no such active user.");
	const next = {
		name: input.name ?? user.name,
		role: input.role ?? user.role,
		extension: input.extension === undefined ? user.extension : input.extension,
	};
	const excess = missingScopeOfRoles(editor, user.role, next.role);
	if (excess !== null) return refuse("forbidden", `You lack the scope ${excess} yourself.`);
	const { name, role, extension } = user;
	const change = changedFields({ name, role, extension }, next);
	if (change === null) return accept(showUser(user));
	const extensionId = await findExtensionId(db, next.extension);
	if (!extensionId.ok) return extensionId;

	const [updated] = await db.batch([
		db
			.update(users)
			.set({ name: next.name, role: next.role, extensionId: extensionId.value, updatedAt: now })
			.where(
				and(
					eq(users.id, id),
					isNull(users.deactivatedAt),
					next.role === "owner" ? undefined : keepsAnOwner(db, environment),
				),
			),
		recordIfChanged(act, { action: "user.update", target: { kind: "user", id }, ...change }),
		...(rolesAbove(next.role).includes(user.role)
			? endGrants(act, id, next.role, hasRole(db, id, next.role))
			: []),
	]);
	if (updated.meta.changes === 0) return lastOwner;
	return accept(showUser({ ...user, ...next }));
}

function hasRole(db: Db, id: string, role: Role) {
	const person = and(eq(users.id, id), eq(users.role, role));
	return exists(db.select({ id: users.id }).from(users).where(person));
}
