import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { giveBackOrder } from "../releasing/give-back-order.ts";
import { findPurchase, noteBought } from "./buy-order.ts";
import { getOrder } from "./find-order.ts";
import { finishPurchase } from "./finish-purchase.ts";

/**
 * Ends an order that nobody works on any more: what was bought is put to use or given back, what was not bought is
 * closed. Nothing is bought here. An order that the carrier is silent about stays open; that it had its turn is written
 * first, so that the sweep comes to the others before it comes to this one again.
 */
export async function settleOrder(ctx: Context, orderId: string): Promise<void> {
	const { db, now } = ctx;
	const [order] = await db
		.update(numberOrders)
		.set({ updatedAt: now() })
		.where(and(eq(numberOrders.id, orderId), inArray(numberOrders.status, ["buying", "bought", "releasing"])))
		.returning();
	if (!order) return;
	if (order.status === "buying") {
		const purchase = await findPurchase(ctx, order);
		if (!purchase.ok) return;
		if (!purchase.value) {
			await db
				.update(numberOrders)
				.set({ status: "refused", updatedAt: now() })
				.where(
					and(
						eq(numberOrders.id, orderId),
						eq(numberOrders.status, "buying"),
						// Somebody took the order up again while we asked.
						eq(numberOrders.updatedAt, order.updatedAt),
					),
				);
			return;
		}
		await noteBought(ctx, order, purchase.value);
	}
	const { status } = await getOrder(ctx, orderId);
	if (status === "bought") await finishPurchase(ctx, orderId);
	if (status === "releasing") await giveBackOrder(ctx, orderId);
}
