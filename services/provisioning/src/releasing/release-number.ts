import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { numberEvents } from "../domain/live-events.ts";
import { findNumberById } from "../numbers/find-number.ts";
import { finishRelease } from "./finish-release.ts";

/** Refused while an extension uses it. When the carrier is silent the sweep goes on. */
export async function releaseNumber(ctx: Context, numberId: string): Promise<Result<null>> {
	const { db, now, announce } = ctx;
	const at = now().getTime();
	const [claimed] = await db
		.update(phoneNumbers)
		.set({
			releaseAt: sql`min(coalesce(${phoneNumbers.releaseAt}, ${at}), ${at})`,
			releasingAt: sql`coalesce(${phoneNumbers.releasingAt}, ${at})`,
		})
		.where(
			and(
				eq(phoneNumbers.id, numberId),
				sql`NOT EXISTS (SELECT 1 FROM ${extensions} WHERE ${extensions.id} = ${phoneNumbers.extensionId}
					AND ${extensions.status} <> 'inactive')`,
			),
		)
		.returning();
	if (claimed) {
		announce(numberEvents(claimed.id));
		return finishRelease(ctx, claimed);
	}
	const number = await findNumberById(ctx, numberId);
	if (!number) return refuse("not_found", "There is no such number.");
	return refuse(
		"conflict",
		`Extension ${number.extension} uses ${number.number}: deactivate it, or assign it another.`,
	);
}
