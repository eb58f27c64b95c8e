import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

export type NumberOrder = typeof numberOrders.$inferSelect;

/** Part of an UPDATE of `number_orders`: an adopted number stays, and nobody can put it on our books in between. */
export const releasingUnlessInUse = sql<
	"stored" | "releasing"
>`CASE WHEN EXISTS (SELECT 1 FROM ${phoneNumbers} AS kept
	WHERE kept.number = number_orders.number AND kept.releasing_at IS NULL) THEN 'stored' ELSE 'releasing' END`;

export async function getOrder({ db }: Context, orderId: string): Promise<NumberOrder> {
	const [order] = await db.select().from(numberOrders).where(eq(numberOrders.id, orderId));
	if (!order) throw new Error("An order has vanished from the database.");
	return order;
}

export async function findOpenOrder({ db }: Context, purpose: string): Promise<NumberOrder | null> {
	const [order] = await db
		.select()
		.from(numberOrders)
		.where(and(eq(numberOrders.purpose, purpose), inArray(numberOrders.status, ["buying", "bought"])));
	return order ?? null;
}
