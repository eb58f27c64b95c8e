import type { Db } from "@cloudpbx/db/open-db";
import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { and, eq, inArray } from "drizzle-orm";

export type NumberOrder = typeof numberOrders.$inferSelect;

export async function getOrder(db: Db, orderId: string): Promise<NumberOrder> {
	const [order] = await db.select().from(numberOrders).where(eq(numberOrders.id, orderId));
	if (!order) throw new Error("An order has vanished from the database.");
	return order;
}

/** The purchase that is under way for this purpose; there is at most one. */
export async function findOpenOrder(db: Db, purpose: string): Promise<NumberOrder | null> {
	const [order] = await db
		.select()
		.from(numberOrders)
		.where(and(eq(numberOrders.purpose, purpose), inArray(numberOrders.status, ["buying", "bought"])));
	return order ?? null;
}
