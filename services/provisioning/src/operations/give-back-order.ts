import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { isTransient } from "@cloudpbx/twilio/rest/carrier-result";
import { returnNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq } from "drizzle-orm";
import type { Provisioning } from "../open-provisioning.ts";
import { getOrder } from "./find-order.ts";

/**
 * Gives back what was bought and is not needed after all. The decision is written first: from then on nobody uses the
 * number. False: the carrier did not take it back yet, and the sweep tries again. An order that has not been bought or
 * is in use is left alone.
 */
export async function giveBackOrder({ db, carrier, now }: Provisioning, orderId: string): Promise<boolean> {
	const move = (from: "bought" | "releasing", to: "releasing" | "released") =>
		db
			.update(numberOrders)
			.set({ status: to, updatedAt: now() })
			.where(and(eq(numberOrders.id, orderId), eq(numberOrders.status, from)));
	await move("bought", "releasing");
	const order = await getOrder(db, orderId);
	if (order.status !== "releasing" || order.carrierId === null) return true;
	const returned = await returnNumber(carrier, order.carrierId);
	if (!returned.ok) return !isTransient(returned.problem) && returned.problem.kind === "not_found";
	await move("releasing", "released");
	return true;
}
