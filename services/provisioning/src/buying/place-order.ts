import type { Refusal } from "@cloudpbx/contracts/errors";
import type { NumberKind } from "@cloudpbx/contracts/extensions/numbers";
import { selectRow } from "@cloudpbx/db/json-rows";
import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { isTransient } from "@cloudpbx/twilio/rest/carrier-result";
import { searchNumbers } from "@cloudpbx/twilio/rest/search-numbers";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { explainProblem } from "../carrier/explain-problem.ts";
import type { Context } from "../context.ts";
import { labelForExtension, labelForOrder } from "../domain/number-label.ts";
import { listForwarding } from "../numbers/list-forwarding.ts";
import { findOpenOrder } from "./find-order.ts";

export interface Purpose {
	/** At most one order with this key is open. */
	key: string;
	kind: NumberKind;
	/** The order is placed only while this run is still looking for its number. */
	extension: { id: string; ext: string; run: number } | null;
}

export type PlacedOrder =
	| { kind: "ordered"; orderId: string; searchIndex: number }
	| { kind: "none" }
	| { kind: "superseded" }
	| { kind: "unknown" }
	| { kind: "refused"; refusal: Refusal };

/** The carrier shows everybody the same numbers first: enough that not all are taken at once. */
const candidatesMax = 20;

/** A number that was refused is not asked for again for this long. */
const refusedMilliseconds = 3_600_000;

/** Stores the order before the purchase. `searches` are area codes or null (whole country), begun at `searchIndex`. */
export async function placeOrder(
	ctx: Context,
	purpose: Purpose,
	searches: readonly (string | null)[],
	searchIndex: number,
): Promise<PlacedOrder> {
	const { carrier, country, addressFault } = ctx;
	if (addressFault) {
		return { kind: "refused", refusal: { code: "precondition_failed", message: addressFault } };
	}
	for (let index = searchIndex; index < searches.length; index++) {
		const open = await findOpenOrder(ctx, purpose.key);
		if (open) return { kind: "ordered", orderId: open.id, searchIndex };
		const search = { country, kind: purpose.kind, areaCode: searches[index], countMax: candidatesMax };
		const found = await searchNumbers(carrier, search);
		if (!found.ok) {
			if (isTransient(found.problem)) return { kind: "unknown" };
			return { kind: "refused", refusal: explainProblem(found.problem) };
		}
		const candidates = await removeKnown(
			ctx,
			found.value.map(({ number }) => number),
		);
		for (const number of candidates) {
			const orderId = await insertOrder(ctx, purpose, number);
			if (orderId) return { kind: "ordered", orderId, searchIndex: index };
			const other = await findOpenOrder(ctx, purpose.key);
			if (other) return { kind: "ordered", orderId: other.id, searchIndex: index };
			if (!(await isWanted(ctx, purpose))) return { kind: "superseded" };
		}
	}
	return { kind: "none" };
}

async function removeKnown(ctx: Context, candidates: string[]): Promise<string[]> {
	const { db, now } = ctx;
	if (candidates.length === 0) return [];
	const [ours, refused] = await db.batch([
		db
			.select({ number: phoneNumbers.number })
			.from(phoneNumbers)
			.where(inArray(phoneNumbers.number, candidates)),
		db
			.select({ number: numberOrders.number })
			.from(numberOrders)
			.where(
				and(
					inArray(numberOrders.number, candidates),
					eq(numberOrders.status, "refused"),
					gt(numberOrders.updatedAt, new Date(now().getTime() - refusedMilliseconds)),
				),
			),
	]);
	const forwarding = await listForwarding(ctx, candidates);
	const known = new Set([...ours, ...refused, ...forwarding].map(({ number }) => number));
	return candidates.filter((number) => !known.has(number));
}

/** Null when another order is open for the number or the purpose, or the extension no longer waits. */
async function insertOrder(
	{ db, now, newId }: Context,
	{ key, kind, extension }: Purpose,
	number: string,
): Promise<string | null> {
	const id = newId("ord");
	const at = now();
	const order: typeof numberOrders.$inferInsert = {
		id,
		purpose: key,
		extensionId: extension?.id ?? null,
		kind,
		number,
		label: extension ? labelForExtension(extension.ext, extension.id) : labelForOrder(id),
		status: "buying",
		createdAt: at,
		updatedAt: at,
	};
	const whileWanted = extension
		? sql`FROM ${extensions} WHERE ${extensions.id} = ${extension.id}
			AND ${extensions.status} = 'provisioning' AND ${extensions.provisioningRun} = ${extension.run}`
		: sql`WHERE true`;
	const [placed] = await db
		.insert(numberOrders)
		.select(selectRow(numberOrders, order, whileWanted))
		.onConflictDoNothing()
		.returning({ id: numberOrders.id });
	return placed?.id ?? null;
}

async function isWanted({ db }: Context, { extension }: Purpose): Promise<boolean> {
	if (!extension) return true;
	const [row] = await db
		.select({ status: extensions.status, run: extensions.provisioningRun })
		.from(extensions)
		.where(eq(extensions.id, extension.id));
	return row?.status === "provisioning" && row.run === extension.run;
}
