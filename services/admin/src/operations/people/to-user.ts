import type { User } from "@cloudpbx/contracts/api/people";
import type { UserRow } from "./insert-user.ts";

export function toUser(row: UserRow & { extension: string | null }): User {
	return {
		id: row.id,
		name: row.name,
		email: row.email,
		role: row.role,
		extension: row.extension,
		version: row.version,
		createdAt: row.createdAt.toISOString(),
		deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
	};
}
