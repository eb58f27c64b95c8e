import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { describeError, log } from "@cloudpbx/kit/log";
import { and, eq, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { settleOrder } from "../buying/settle-order.ts";
import { checkNumbers } from "../checks/check-numbers.ts";
import type { Context } from "../context.ts";
import { finishRelease } from "../releasing/finish-release.ts";
import { restartProvisioning } from "../searching/restart-provisioning.ts";

/** A Workflow starts within moments. */
const startMilliseconds = 30_000;

/** Twice the longest attempt at a purchase: 4 requests of 15 s. */
const purchaseMilliseconds = 120_000;

/** Maximum searches, and orders, per sweep; the longest waiting first. */
const workMax = 20;

/** Without work it costs one round trip to the database and none to the carrier. */
export async function sweepNumbers(ctx: Context): Promise<void> {
	const { db, now, addressFault } = ctx;
	if (addressFault) {
		log.error("numbers_not_swept", { reason: addressFault });
		return;
	}
	const at = now();
	const before = (milliseconds: number) => new Date(at.getTime() - milliseconds);
	const [stuck, orders, due] = await db.batch([
		db
			.select({
				extensionId: extensions.id,
				run: extensions.provisioningRun,
				startedAt: extensions.updatedAt,
			})
			.from(extensions)
			.where(and(eq(extensions.status, "provisioning"), lt(extensions.updatedAt, before(startMilliseconds))))
			.orderBy(extensions.updatedAt)
			.limit(workMax),
		db
			.select({ id: numberOrders.id })
			.from(numberOrders)
			.leftJoin(extensions, eq(extensions.id, numberOrders.extensionId))
			.where(
				and(
					sql`${numberOrders.status} IN ('buying', 'bought', 'releasing')`,
					lt(numberOrders.updatedAt, before(purchaseMilliseconds)),
					// The Workflow has those of a search that goes on, except what is to be given back.
					or(
						isNull(extensions.id),
						ne(extensions.status, "provisioning"),
						eq(numberOrders.status, "releasing"),
					),
				),
			)
			.orderBy(numberOrders.updatedAt)
			.limit(workMax),
		db
			.update(phoneNumbers)
			.set({ releasingAt: sql`coalesce(${phoneNumbers.releasingAt}, ${at.getTime()})` })
			.where(and(lte(phoneNumbers.releaseAt, at), sql`release_at IS NOT NULL`))
			.returning(),
	]);
	await workThrough("restart", stuck, (run) => restartProvisioning(ctx, run));
	await workThrough("settle", orders, ({ id }) => settleOrder(ctx, id));
	await workThrough("release", due, (number) => finishRelease(ctx, number));
}

export async function reportNumbers(ctx: Context): Promise<void> {
	const check = await checkNumbers(ctx);
	if (!check.ok) log.warn("numbers_not_compared", { reason: check.error.message });
	else if (check.value.troubles.length > 0) {
		const count = (kind: string) => check.value.troubles.filter(({ trouble }) => trouble === kind).length;
		log.warn("numbers_in_trouble", {
			stray: count("stray"),
			missing: count("missing"),
			drifted: count("drifted"),
		});
	}
}

async function workThrough<Item>(
	work: string,
	items: readonly Item[],
	carryOut: (item: Item) => Promise<unknown>,
): Promise<void> {
	for (const item of items) {
		try {
			await carryOut(item);
		} catch (error) {
			log.error("sweep_failed", { work, reason: describeError(error) });
		}
	}
}
