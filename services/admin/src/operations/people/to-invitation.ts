import type { Invitation } from "@cloudpbx/contracts/api/people";
import type { invitations } from "@cloudpbx/db/schema/admin";

export type InvitationRow = typeof invitations.$inferSelect;

export function toInvitation(row: InvitationRow & { extension: string | null }): Invitation {
	return {
		id: row.id,
		email: row.email,
		role: row.role,
		extension: row.extension,
		createdAt: row.createdAt.toISOString(),
		expiresAt: row.expiresAt.toISOString(),
		acceptedAt: row.acceptedAt?.toISOString() ?? null,
	};
}
