import { settingsVersionKey } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { describeError, log } from "@cloudpbx/kit/log";
import { and, eq, sql } from "drizzle-orm";
import type { ActorContext } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";

/** Never fails: a dangling setting counts as none. Returns whether it was set. */
export async function clearOperator(
	ctx: ActorContext,
	extension: { id: string; ext: string },
): Promise<boolean> {
	const { db, now } = ctx;
	try {
		const [, , grown] = await db.batch([
			db.insert(settings).values({ key: settingsVersionKey, value: 1, updatedAt: now }).onConflictDoNothing(),
			db
				.delete(settings)
				.where(and(eq(settings.key, "operator"), sql`${settings.value} ->> '$' = ${extension.id}`)),
			db
				.update(settings)
				.set({ value: sql`${settings.value} + 1`, updatedAt: now })
				.where(and(eq(settings.key, settingsVersionKey), sql`changes() > 0`))
				.returning({ key: settings.key }),
			recordIfChanged(ctx, {
				action: "settings.update",
				target: { kind: "settings", id: null },
				before: { operator: extension.ext },
				after: { operator: null },
			}),
		]);
		return grown.length > 0;
	} catch (error) {
		log.error("operator_not_cleared", { extensionId: extension.id, reason: describeError(error) });
		return false;
	}
}
