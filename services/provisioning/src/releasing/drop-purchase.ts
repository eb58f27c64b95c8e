import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { and, eq, sql } from "drizzle-orm";
import { releasingUnlessInUse } from "../buying/find-order.ts";
import type { Context } from "../context.ts";

/** Drops what this run or nobody needs; a later run's purchase and a number in use stay. Returns all orders to give back. */
export async function dropPurchase(
	{ db, now }: Context,
	extensionId: string,
	run: number,
): Promise<string[]> {
	const isThisRun = sql`EXISTS (SELECT 1 FROM ${extensions} WHERE ${extensions.id} = ${extensionId}
		AND ${extensions.status} = 'provisioning' AND ${extensions.provisioningRun} = ${run})`;
	const isWaiting = sql`EXISTS (SELECT 1 FROM ${extensions} WHERE ${extensions.id} = ${extensionId}
		AND ${extensions.status} IN ('provisioning', 'failed')
		AND NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE ${phoneNumbers.extensionId} = ${extensions.id}))`;
	const [, orders] = await db.batch([
		db
			.update(numberOrders)
			.set({ status: releasingUnlessInUse, updatedAt: now() })
			.where(
				and(
					eq(numberOrders.purpose, extensionId),
					eq(numberOrders.status, "bought"),
					sql`(${isThisRun} OR NOT ${isWaiting})`,
				),
			),
		db
			.select({ id: numberOrders.id })
			.from(numberOrders)
			.where(and(eq(numberOrders.purpose, extensionId), eq(numberOrders.status, "releasing"))),
	]);
	return orders.map(({ id }) => id);
}
