import { accept, type Result } from "@cloudpbx/contracts/errors";
import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { log } from "@cloudpbx/kit/log";
import { findRentedNumber, returnNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq } from "drizzle-orm";
import { explainUnreleased } from "../carrier/explain-problem.ts";
import { forgetTrouble } from "../checks/store-check.ts";
import type { Context } from "../context.ts";
import { extensionEvent, numberEvents } from "../domain/live-events.ts";

/** For a number with `releasingAt`. Safe to repeat. */
export async function finishRelease(
	{ db, carrier, now, announce }: Context,
	number: typeof phoneNumbers.$inferSelect,
): Promise<Result<null>> {
	if (number.carrierId) {
		const returned = await returnNumber(carrier, number.carrierId);
		if (!returned.ok) return { ok: false, error: explainUnreleased(returned.problem) };
	}
	// Rented again by hand it has another id there, and would be paid for unnoticed.
	const left = await findRentedNumber(carrier, number.number);
	if (!left.ok) return { ok: false, error: explainUnreleased(left.problem) };
	if (left.value) {
		// Another run of this release was quicker: the number may be bought anew by now.
		const [onBooks] = await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, number.id));
		if (!onBooks?.releasingAt) return accept(null);
		const returned = await returnNumber(carrier, left.value.carrierId);
		if (!returned.ok) return { ok: false, error: explainUnreleased(returned.problem) };
	}
	await db.batch([
		db.delete(phoneNumbers).where(eq(phoneNumbers.id, number.id)),
		forgetTrouble(db, number.number),
		db
			.update(numberOrders)
			.set({ status: "released", updatedAt: now() })
			.where(and(eq(numberOrders.number, number.number), eq(numberOrders.status, "stored"))),
	]);
	const { id, extensionId } = number;
	announce([
		...numberEvents(id),
		...(extensionId === null ? [] : [extensionEvent({ id: extensionId, status: "inactive" })]),
	]);
	log.info("number_released", { numberId: number.id });
	return accept(null);
}
