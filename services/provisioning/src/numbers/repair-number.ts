import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { AdoptedNumber, PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { findRentedNumber, listRentedNumbers } from "@cloudpbx/twilio/rest/rented-numbers";
import { eq } from "drizzle-orm";
import { buyOrder } from "../buying/buy-order.ts";
import { findOpenOrder } from "../buying/find-order.ts";
import { finishPurchase } from "../buying/finish-purchase.ts";
import { explainProblem } from "../carrier/explain-problem.ts";
import { pointNumberHere } from "../carrier/point-number-here.ts";
import { repairService } from "../carrier/repair-service.ts";
import { leaveTrouble } from "../checks/store-check.ts";
import type { Context } from "../context.ts";
import { describeLack } from "../domain/capability-words.ts";
import { numberEvents } from "../domain/live-events.ts";
import { numberIdOf } from "../domain/number-id.ts";
import { labelForOrder, readExtensionLabel } from "../domain/number-label.ts";
import { explainNoAnswer, explainSilence } from "../domain/purchase-words.ts";
import { findExtension } from "../extensions/find-extension.ts";
import { adoptNumber } from "./adopt-number.ts";
import { assignNumber } from "./assign-number.ts";
import { findNumberById } from "./find-number.ts";

export async function repairNumber(ctx: Context, numberId: string): Promise<Result<AdoptedNumber>> {
	const { db, carrier, addressFault } = ctx;
	if (addressFault) return refuse("precondition_failed", addressFault);
	const [ours] = await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, numberId));
	if (!ours) return adoptStray(ctx, numberId);
	if (ours.releasingAt) return refuse("conflict", `${ours.number} is being given back to Twilio.`);

	const there = await findRentedNumber(carrier, ours.number);
	if (!there.ok) return { ok: false, error: explainProblem(there.problem) };
	if (!there.value) return rentAgain(ctx, ours);

	const pointed = await pointNumberHere(ctx, ours.number);
	if (pointed.kind === "unknown") return refuse("upstream_unavailable", explainNoAnswer);
	if (pointed.kind === "refused") return { ok: false, error: pointed.refusal };
	const unmended = await repairService(ctx, ours.number);
	if (unmended) return { ok: false, error: unmended };
	const { carrierId, capabilities } = there.value;
	const number = await findNumberById(ctx, numberId);
	const lack = describeLack(ours.number, capabilities, number?.extension ?? null);
	await db.batch([
		db.update(phoneNumbers).set({ carrierId }).where(eq(phoneNumbers.id, numberId)),
		leaveTrouble(db, ours.number, lack && { id: numberId, number: ours.number, ...lack }),
	]);
	ctx.announce(numberEvents(numberId));
	return found(number, lack?.message);
}

/** A stray is known by the id that it would have here. */
async function adoptStray(ctx: Context, numberId: string): Promise<Result<AdoptedNumber>> {
	const there = await listRentedNumbers(ctx.carrier);
	if (!there.ok) return { ok: false, error: explainProblem(there.problem) };
	const stray = there.value.find(({ carrierId }) => numberIdOf(carrierId) === numberId);
	if (!stray) return refuse("not_found", "There is no such number.");
	const adopted = await adoptNumber(ctx, stray.number);
	const extensionId = readExtensionLabel(stray.label);
	if (!adopted.ok || !extensionId) return adopted;
	const extension = await findExtension(ctx, extensionId);
	if (!extension || extension.number || extension.status === "inactive") return adopted;
	const assigned = await assignNumber(ctx, adopted.value.id, extensionId);
	return assigned.ok ? found(assigned.value, adopted.value.warning) : adopted;
}

/** Stored before the carrier is asked, so that a lost answer is found. The number's row stays. */
async function rentAgain(
	ctx: Context,
	{ id: numberId, number, kind }: typeof phoneNumbers.$inferSelect,
): Promise<Result<AdoptedNumber>> {
	const { db, now, newId } = ctx;
	const id = newId("ord");
	const at = now();
	await db
		.insert(numberOrders)
		.values({
			id,
			purpose: numberId,
			kind,
			number,
			label: labelForOrder(id),
			status: "buying",
			createdAt: at,
			updatedAt: at,
		})
		.onConflictDoNothing();
	const order = await findOpenOrder(ctx, numberId);
	if (!order) return refuse("conflict", `${number} is being bought or given back just now.`);
	const outcome = await buyOrder(ctx, order.id);
	switch (outcome.kind) {
		case "bought": {
			const finished = await finishPurchase(ctx, order.id);
			return finished.ok ? found(finished.value) : finished;
		}
		case "unknown":
			return refuse("upstream_unavailable", explainSilence);
		case "refused":
			return { ok: false, error: outcome.refusal };
		default:
			return refuse(
				"precondition_failed",
				`Twilio does not rent ${number} out again: assign another number instead.`,
			);
	}
}

function found(number: PhoneNumber | null, warning: string | null = null): Result<AdoptedNumber> {
	return number ? accept({ ...number, warning }) : refuse("not_found", "There is no such number.");
}
