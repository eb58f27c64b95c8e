import type { Refusal } from "@cloudpbx/contracts/errors";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { planNumberSearch } from "@cloudpbx/domain/numbering/plan-number-search";
import { log } from "@cloudpbx/kit/log";
import { and, eq } from "drizzle-orm";
import { type BuyOutcome, buyOrder } from "../buying/buy-order.ts";
import { findOpenOrder } from "../buying/find-order.ts";
import { placeOrder } from "../buying/place-order.ts";
import { storeOrder } from "../buying/store-order.ts";
import { pointNumberHere } from "../carrier/point-number-here.ts";
import type { Context } from "../context.ts";
import { extensionEvent } from "../domain/live-events.ts";
import type { ProvisioningRun } from "../domain/provisioning-run.ts";
import {
	explainAllTaken,
	explainNoneFound,
	explainOurFault,
	explainSilence,
} from "../domain/purchase-words.ts";
import { dropPurchase } from "../releasing/drop-purchase.ts";
import { giveBackOrder } from "../releasing/give-back-order.ts";

/** Keeps a step's result, and tries failing work again before the step throws. Work may be cut short anywhere and run again. */
export interface Steps {
	do<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
}

type Ending = "active" | "failed" | "superseded";

/** Losing this often means competing with a machine. */
const triesMax = 12;

/** Ends with one number and `active`, or with none and `failed`. What the carrier left unanswered stays an open order. */
export async function provisionExtension(
	steps: Steps,
	ctx: Context,
	provisioningRun: ProvisioningRun,
): Promise<Ending> {
	const { extensionId } = provisioningRun;
	const { addressFault } = ctx;
	// An earlier purchase stays bought.
	if (addressFault) return await noteFailure(steps, ctx, provisioningRun, addressFault);
	try {
		const bought = await buySomeNumber(steps, ctx, provisioningRun);
		if (bought.kind === "failed") return await fail(steps, ctx, provisioningRun, bought.reason);
		if (bought.kind === "bought" && !bought.isPointed) {
			const refusal = await steps.do("point number", () => pointOrder(ctx, extensionId));
			if (refusal) return await fail(steps, ctx, provisioningRun, refusal.message);
		}
		if (bought.kind === "bought") {
			const stored = await steps.do("store number", () => storeOrder(ctx, bought.orderId));
			if (stored === "stored") return "active";
		}
		await giveBackPurchase(steps, ctx, provisioningRun);
		return "superseded";
	} catch (error) {
		const isSilence = error instanceof Error && error.message.includes(CarrierSilence.words);
		return await fail(steps, ctx, provisioningRun, isSilence ? explainSilence : explainOurFault);
	}
}

type Bought =
	| { kind: "bought"; orderId: string; isPointed: boolean }
	| { kind: "failed"; reason: string }
	| { kind: "superseded" };

async function buySomeNumber(steps: Steps, ctx: Context, provisioningRun: ProvisioningRun): Promise<Bought> {
	let searchIndex = 0;
	for (let count = 1; count <= triesMax; count++) {
		const from = searchIndex;
		const placed = await steps.do(`order number ${count}`, () => orderNumber(ctx, provisioningRun, from));
		if (placed.kind === "superseded") return { kind: "superseded" };
		if (placed.kind === "failed") return placed;
		const { orderId } = placed;
		const outcome = await steps.do(`buy number ${count}`, () => buyOrFail(ctx, orderId));
		if (outcome.kind === "bought") return { kind: "bought", orderId, isPointed: outcome.isPointed };
		if (outcome.kind === "refused") return { kind: "failed", reason: outcome.refusal.message };
		searchIndex = outcome.kind === "none_in_area" ? placed.searchIndex + 1 : placed.searchIndex;
	}
	return { kind: "failed", reason: explainAllTaken };
}

type Ordered =
	| { kind: "ordered"; orderId: string; searchIndex: number }
	| { kind: "failed"; reason: string }
	| { kind: "superseded" };

async function orderNumber(
	ctx: Context,
	{ extensionId, run }: ProvisioningRun,
	searchIndex: number,
): Promise<Ordered> {
	const { db, searchWidths } = ctx;
	const [extension] = await db.select().from(extensions).where(eq(extensions.id, extensionId));
	if (extension?.status !== "provisioning" || extension.provisioningRun !== run)
		return { kind: "superseded" };
	const purpose = {
		key: extensionId,
		kind: "local" as const,
		extension: { id: extensionId, ext: extension.ext, run },
	};
	const searches = planNumberSearch(extension.areaCode, searchWidths);
	const placed = await placeOrder(ctx, purpose, searches, searchIndex);
	if (placed.kind === "unknown") throw new CarrierSilence();
	if (placed.kind === "refused") return { kind: "failed", reason: placed.refusal.message };
	if (placed.kind === "none") {
		return { kind: "failed", reason: explainNoneFound(extension.areaCode, searchWidths) };
	}
	return placed;
}

async function buyOrFail(ctx: Context, orderId: string): Promise<Exclude<BuyOutcome, { kind: "unknown" }>> {
	const outcome = await buyOrder(ctx, orderId);
	if (outcome.kind === "unknown") throw new CarrierSilence();
	return outcome;
}

async function pointOrder(ctx: Context, extensionId: string): Promise<Refusal | null> {
	const order = await findOpenOrder(ctx, extensionId);
	if (!order) return null;
	const pointed = await pointNumberHere(ctx, order.number);
	if (pointed.kind === "unknown") throw new CarrierSilence();
	return pointed.kind === "refused" ? pointed.refusal : null;
}

/** The number first, so that a failed extension never pays for one. */
async function fail(
	steps: Steps,
	ctx: Context,
	{ extensionId, run }: ProvisioningRun,
	reason: string,
): Promise<Ending> {
	await giveBackPurchase(steps, ctx, { extensionId, run });
	return await noteFailure(steps, ctx, { extensionId, run }, reason);
}

async function noteFailure(
	steps: Steps,
	ctx: Context,
	{ extensionId, run }: ProvisioningRun,
	reason: string,
): Promise<Ending> {
	await steps.do("note failure", async () => {
		const { db, now, announce } = ctx;
		const failed = await db
			.update(extensions)
			.set({ status: "failed", reason, updatedAt: now() })
			.where(
				and(
					eq(extensions.id, extensionId),
					eq(extensions.status, "provisioning"),
					eq(extensions.provisioningRun, run),
				),
			)
			.returning({ id: extensions.id, status: extensions.status });
		announce(failed.map(extensionEvent));
	});
	log.warn("provisioning_failed", { extensionId, run, reason });
	return "failed";
}

async function giveBackPurchase(
	steps: Steps,
	ctx: Context,
	{ extensionId, run }: ProvisioningRun,
): Promise<void> {
	const orderIds = await steps.do("drop number", () => dropPurchase(ctx, extensionId, run));
	for (const orderId of orderIds) {
		try {
			await steps.do("give number back", async () => {
				if (!(await giveBackOrder(ctx, orderId))) throw new CarrierSilence();
			});
		} catch {
			// The sweep goes on with the order.
			log.warn("number_not_given_back_yet", { extensionId, orderId });
		}
	}
}

class CarrierSilence extends Error {
	/** The Workflow's engine keeps only an error's message. */
	static readonly words = "The carrier did not answer.";

	constructor() {
		super(CarrierSilence.words);
	}
}
