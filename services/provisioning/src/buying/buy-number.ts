import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { BuyNumber, PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { checkAreaCode } from "@cloudpbx/domain/numbering/check-area-code";
import type { Context } from "../context.ts";
import { explainAllTaken, explainLost, explainNoneFound, explainSilence } from "../domain/purchase-words.ts";
import { buyOrder } from "./buy-order.ts";
import { finishPurchase } from "./finish-purchase.ts";
import { placeOrder } from "./place-order.ts";

/** A person waits for the answer; each try that is "gone" costs three requests. */
const triesMax = 4;

/** Rents a number for nobody yet. Finishes an open purchase of the same wish instead of making a second one. */
export async function buyNumber(ctx: Context, { kind, areaCode }: BuyNumber): Promise<Result<PhoneNumber>> {
	const objection = kind === "local" && areaCode ? checkAreaCode(areaCode, ctx.country) : null;
	if (objection) return refuse("bad_input", `areaCode: ${objection}`);
	const purpose = { key: `spare-${kind}-${areaCode ?? "any"}`, kind, extension: null };
	for (let count = 1; count <= triesMax; count++) {
		const placed = await placeOrder(ctx, purpose, [areaCode ?? null], 0);
		if (placed.kind === "unknown") return refuse("upstream_unavailable", explainSilence);
		if (placed.kind === "refused") return { ok: false, error: placed.refusal };
		if (placed.kind !== "ordered") {
			return refuse("precondition_failed", explainNoneFound(areaCode ?? null, ["area"]));
		}
		const outcome = await buyOrder(ctx, placed.orderId);
		if (outcome.kind === "unknown") return refuse("upstream_unavailable", explainSilence);
		if (outcome.kind === "refused") return { ok: false, error: outcome.refusal };
		if (outcome.kind === "bought") {
			const number = await finishPurchase(ctx, placed.orderId);
			if (!number.ok) return number;
			return number.value ? accept(number.value) : refuse("precondition_failed", explainLost);
		}
	}
	return refuse("precondition_failed", explainAllTaken);
}
