import { selectRows } from "@cloudpbx/db/json-rows";
import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { and, eq, exists, inArray, sql } from "drizzle-orm";
import { forgetTrouble } from "../checks/store-check.ts";
import type { Context } from "../context.ts";
import { extensionEvent, numberEvents } from "../domain/live-events.ts";
import { numberIdOf } from "../domain/number-id.ts";
import { getOrder } from "./find-order.ts";

/** One transaction, safe to repeat. `unwanted`: the extension is inactive or has a number; this one goes back. */
export async function storeOrder(ctx: Context, orderId: string): Promise<"stored" | "unwanted"> {
	const { db, now, announce } = ctx;
	const order = await getOrder(ctx, orderId);
	if (order.status === "stored") return "stored";
	const { number, carrierId, kind, extensionId } = order;
	if (order.status !== "bought" || carrierId === null) return "unwanted";
	const at = now();
	const id = numberIdOf(carrierId);
	const waits = sql`SELECT 1 FROM ${extensions} WHERE ${extensions.id} = ${extensionId}
		AND ${extensions.status} IN ('provisioning', 'failed')
		AND NOT EXISTS (SELECT 1 FROM ${phoneNumbers} WHERE ${phoneNumbers.extensionId} = ${extensions.id})`;
	const storedHere = db
		.select({ id: phoneNumbers.id })
		.from(phoneNumbers)
		.where(
			and(
				eq(phoneNumbers.number, number),
				eq(phoneNumbers.carrierId, carrierId),
				extensionId === null ? undefined : eq(phoneNumbers.extensionId, extensionId),
			),
		);
	const [booked, , activated] = await db.batch([
		db
			.insert(phoneNumbers)
			.select(
				selectRows(
					phoneNumbers,
					[{ id, number, carrierId, kind, extensionId, createdAt: at }],
					extensionId === null ? sql`true` : sql`EXISTS (${waits})`,
				),
			)
			// A number that the carrier had lost and that was rented again keeps its row and its extension.
			.onConflictDoUpdate({ target: phoneNumbers.number, set: { carrierId: sql`excluded.carrier_id` } })
			.returning({ id: phoneNumbers.id }),
		db
			.update(numberOrders)
			.set({ status: "stored", updatedAt: at })
			.where(and(eq(numberOrders.id, order.id), eq(numberOrders.status, "bought"), exists(storedHere))),
		db
			.update(extensions)
			.set({ status: "active", reason: null, updatedAt: at })
			.where(
				and(
					eq(extensions.id, extensionId ?? ""),
					inArray(extensions.status, ["provisioning", "failed"]),
					exists(storedHere),
				),
			)
			.returning({ id: extensions.id, status: extensions.status }),
		forgetTrouble(db, number),
	]);
	announce([...numberEvents(...booked.map((row) => row.id)), ...activated.map(extensionEvent)]);
	return (await getOrder(ctx, orderId)).status === "stored" ? "stored" : "unwanted";
}
