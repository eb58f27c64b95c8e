import type { Key } from "@cloudpbx/contracts/api/keys";
import type { apiKeys } from "@cloudpbx/db/schema/admin";

type KeyRow = typeof apiKeys.$inferSelect;

export function toKey(row: KeyRow): Key {
	return {
		id: row.id,
		name: row.name,
		hint: row.hint,
		scopes: row.scopes,
		createdAt: row.createdAt.toISOString(),
		expiresAt: row.expiresAt?.toISOString() ?? null,
		lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
	};
}
