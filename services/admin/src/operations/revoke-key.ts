import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull } from "drizzle-orm";
import { type Act, recordIfChanged } from "./record-change.ts";

/** The very next request with it is refused. The row stays, so that the audit log can name it. */
export async function revokeKey(act: Act, id: string): Promise<Result<null>> {
	const { db, now } = act;
	const [revoked] = await db.batch([
		db
			.update(apiKeys)
			.set({ revokedAt: now })
			.where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt))),
		recordIfChanged(act, { action: "key.revoke", target: { kind: "key", id } }),
	]);
	return revoked.meta.changes === 0 ? refuse("not_found", "There is no such key.") : accept(null);
}
