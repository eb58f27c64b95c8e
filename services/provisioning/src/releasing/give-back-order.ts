import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { returnNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq, inArray } from "drizzle-orm";
import { releasingUnlessInUse } from "../buying/find-order.ts";
import type { Context } from "../context.ts";

/** Stores the decision first: then nobody uses the number, and adopting is refused. False: the sweep tries again. */
export async function giveBackOrder({ db, carrier, now }: Context, orderId: string): Promise<boolean> {
	const [order] = await db
		.update(numberOrders)
		.set({ status: releasingUnlessInUse, updatedAt: now() })
		.where(and(eq(numberOrders.id, orderId), inArray(numberOrders.status, ["bought", "releasing"])))
		.returning();
	if (order?.status !== "releasing" || order.carrierId === null) return true;
	const returned = await returnNumber(carrier, order.carrierId);
	if (!returned.ok) return false;
	await db
		.update(numberOrders)
		.set({ status: "released", updatedAt: now() })
		.where(and(eq(numberOrders.id, orderId), eq(numberOrders.status, "releasing")));
	return true;
}
