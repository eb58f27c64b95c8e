import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { giveBackOrder } from "../releasing/give-back-order.ts";
import { findPurchase, noteBought } from "./buy-order.ts";
import { getOrder } from "./find-order.ts";
import { finishPurchase } from "./finish-purchase.ts";

/** Ends an order that nobody works on; buys nothing. Notes the attempt first, so that the sweep takes turns. */
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
						// Another run took the order up meanwhile.
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
