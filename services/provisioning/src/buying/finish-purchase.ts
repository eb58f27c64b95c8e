import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { pointNumberHere } from "../carrier/point-number-here.ts";
import type { Context } from "../context.ts";
import { explainSilence } from "../domain/purchase-words.ts";
import { findNumberByDigits } from "../numbers/find-number.ts";
import { giveBackOrder } from "../releasing/give-back-order.ts";
import { getOrder } from "./find-order.ts";
import { storeOrder } from "./store-order.ts";

/** Null: it was not needed any more and was given back. Safe to repeat. */
export async function finishPurchase(ctx: Context, orderId: string): Promise<Result<PhoneNumber | null>> {
	const order = await getOrder(ctx, orderId);
	const pointed = await pointNumberHere(ctx, order.number);
	if (pointed.kind === "unknown") return refuse("upstream_unavailable", explainSilence);
	const stored = pointed.kind === "pointed" ? await storeOrder(ctx, orderId) : "unwanted";
	if (stored === "stored") return accept(await findNumberByDigits(ctx, order.number));
	if (!(await giveBackOrder(ctx, orderId))) return refuse("upstream_unavailable", explainSilence);
	return pointed.kind === "refused" ? { ok: false, error: pointed.refusal } : accept(null);
}
