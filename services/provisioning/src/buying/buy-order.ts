import type { Refusal } from "@cloudpbx/contracts/errors";
import { numberOrders } from "@cloudpbx/db/schema/provisioning";
import { type CarrierProblem, type CarrierResult, isTransient } from "@cloudpbx/twilio/rest/carrier-result";
import { findDrift, type RentedNumber } from "@cloudpbx/twilio/rest/rented-number";
import { findRentedNumber, rentNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { explainProblem } from "../carrier/explain-problem.ts";
import type { Context } from "../context.ts";
import { getOrder, type NumberOrder, releasingUnlessInUse } from "./find-order.ts";

export type BuyOutcome =
	| { kind: "bought"; isPointed: boolean }
	/** Never sold to us: look for another number. */
	| { kind: "gone" | "none_in_area" }
	| { kind: "refused"; refusal: Refusal }
	/** Ask again, for this number and no other. */
	| { kind: "unknown" };

/** "Not available" is not believed for this long: a number that was just bought may not be in the account's list yet. */
const settlingMilliseconds = 20_000;

/** Safe to repeat: a number can be rented once, so the account's list says whether a lost answer was a yes. */
export async function buyOrder(ctx: Context, orderId: string): Promise<BuyOutcome> {
	const order = await getOrder(ctx, orderId);
	if (order.status !== "buying") return outcomeOf(order);

	const earlier = await findPurchase(ctx, order);
	if (!earlier.ok) return stillOpen(earlier.problem);
	if (earlier.value) return noteBought(ctx, order, earlier.value);

	if (!(await noteAsking(ctx, order))) {
		return outcomeOf(await getOrder(ctx, orderId));
	}
	const { number, label } = order;
	const rented = await rentNumber(ctx.carrier, { number, label, webhooks: ctx.webhooks });
	if (rented.ok) return noteBought(ctx, order, rented.value);
	if (isTransient(rented.problem)) return { kind: "unknown" };

	// A refusal may come from a purchase that succeeded: the carrier calls a number that is ours already not
	// available.
	const ours = await findPurchase(ctx, order);
	if (!ours.ok) return stillOpen(ours.problem);
	if (ours.value) return noteBought(ctx, order, ours.value);
	if (isSettling(ctx, order)) return { kind: "unknown" };
	return closeOrder(ctx, order, rented.problem);
}

export async function findPurchase(
	{ carrier }: Context,
	order: NumberOrder,
): Promise<CarrierResult<RentedNumber | null>> {
	const found = await findRentedNumber(carrier, order.number);
	return found.ok && found.value?.label !== order.label ? { ok: true, value: null } : found;
}

/** An order that was closed meanwhile is paid for: it is opened to be given back, unless the number was adopted. */
export async function noteBought(
	ctx: Context,
	order: NumberOrder,
	rented: RentedNumber,
): Promise<BuyOutcome> {
	const { db, now, webhooks } = ctx;
	const note = (from: NumberOrder["status"][], status: NumberOrder["status"] | SQL) =>
		db
			.update(numberOrders)
			.set({ status, carrierId: rented.carrierId, updatedAt: now() })
			.where(and(eq(numberOrders.id, order.id), inArray(numberOrders.status, from)))
			.returning({ id: numberOrders.id });
	const [noted] = await note(["buying", "bought"], "bought");
	if (noted) return { kind: "bought", isPointed: findDrift(rented, webhooks).length === 0 };
	await note(["refused", "released"], releasingUnlessInUse);
	return outcomeOf(await getOrder(ctx, order.id));
}

/** While the account's numbers cannot be read, this one may be among them. */
function stillOpen(problem: CarrierProblem): BuyOutcome {
	return isTransient(problem) ? { kind: "unknown" } : { kind: "refused", refusal: explainProblem(problem) };
}

async function closeOrder(
	{ db, now }: Context,
	order: NumberOrder,
	problem: CarrierProblem,
): Promise<BuyOutcome> {
	await db
		.update(numberOrders)
		.set({ status: "refused", updatedAt: now() })
		.where(and(eq(numberOrders.id, order.id), eq(numberOrders.status, "buying")));
	if (problem.kind === "not_available" || problem.kind === "invalid_number") return { kind: "gone" };
	if (problem.kind === "none_in_area") return { kind: "none_in_area" };
	return { kind: "refused", refusal: explainProblem(problem) };
}

/** False when the order was closed meanwhile: then nothing may be bought. */
async function noteAsking({ db, now }: Context, order: NumberOrder): Promise<boolean> {
	const [asking] = await db
		.update(numberOrders)
		// Later than anything before, even within a millisecond: tells that the carrier was asked, and the sweep to
		// wait.
		.set({ updatedAt: sql`max(${now().getTime()}, ${numberOrders.updatedAt} + 1)` })
		.where(and(eq(numberOrders.id, order.id), eq(numberOrders.status, "buying")))
		.returning({ id: numberOrders.id });
	return asking !== undefined;
}

function isSettling({ now }: Context, order: NumberOrder): boolean {
	const wasAskedBefore = order.updatedAt > order.createdAt;
	return wasAskedBefore && now().getTime() - order.createdAt.getTime() < settlingMilliseconds;
}

function outcomeOf(order: NumberOrder): BuyOutcome {
	if (order.status === "buying") return { kind: "unknown" };
	return order.status === "bought" || order.status === "stored"
		? { kind: "bought", isPointed: false }
		: { kind: "gone" };
}
