import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { invitations } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import { missingScopeOfRoles, refuseLacking } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";

export async function withdrawInvitation(ctx: CallerContext, id: string): Promise<Result<null>> {
	const { db } = ctx;
	const [invitation] = await db
		.select({ role: invitations.role })
		.from(invitations)
		.where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)));
	if (!invitation) return notFound;
	const excess = missingScopeOfRoles(ctx.principal, invitation.role);
	if (excess !== null) return refuseLacking(excess);
	const [removed] = await db.batch([
		db.delete(invitations).where(and(eq(invitations.id, id), isNull(invitations.acceptedAt))),
		recordIfChanged(ctx, { action: "invitation.withdraw", target: { kind: "invitation", id } }),
	]);
	return removed.meta.changes === 0 ? notFound : accept(null);
}

const notFound = refuse("not_found", "There is no such open invitation.");
