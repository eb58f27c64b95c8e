import type { Role } from "@cloudpbx/contracts/api/scopes";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { CallerContext } from "../../context.ts";
import { missingScopeOfRoles, refuseLacking } from "../../domain/people/principal.ts";
import { findUser } from "./list-users.ts";

type FoundUser = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export const noUser = refuse("not_found", "There is no such active user.");

/** An active person whose role, and whose `newRole`, have no scope that the caller lacks. */
export async function findManagedUser(
	ctx: CallerContext,
	id: string,
	newRole?: Role,
): Promise<Result<FoundUser>> {
	const user = await findUser(ctx, id);
	if (!user || user.deactivatedAt) return noUser;
	const excess = missingScopeOfRoles(ctx.principal, user.role, newRole ?? user.role);
	return excess === null ? accept(user) : refuseLacking(excess);
}
