import type { Page } from "@cloudpbx/contracts/api/page";
import type { Invitation } from "@cloudpbx/contracts/api/people";
import { invitations } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, desc, eq, getTableColumns } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { before, cutPage, type PageRequest } from "../lists/page.ts";
import { toInvitation } from "./to-invitation.ts";

/** Newest first; accepted and expired ones stay until the daily clean-up. */
export async function listInvitations(
	ctx: Context,
	{ limit, cursor }: PageRequest,
): Promise<Page<Invitation>> {
	const rows = await ctx.db
		.select({ ...getTableColumns(invitations), extension: extensions.ext })
		.from(invitations)
		.leftJoin(extensions, and(eq(extensions.id, invitations.extensionId)))
		.where(before(invitations.createdAt, invitations.id, cursor))
		.orderBy(desc(invitations.createdAt), desc(invitations.id))
		.limit(limit + 1);
	return cutPage(rows, limit, (row) => ({ key: row.createdAt.getTime(), id: row.id }), toInvitation);
}
