import { erasedItems } from "@cloudpbx/db/schema/erasure";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { log } from "@cloudpbx/kit/log";
import { deleteRecord } from "@cloudpbx/twilio/rest/delete-record";
import { and, desc, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

const atOnce = 10;
/** No callback comes later. */
const rememberedDays = 7;
/** A copy that the carrier refuses to delete for this time stays there. */
const triedDays = 30;

/** Also forgets ids of erased items after their time. Returns the number of deleted copies. */
export async function finishErasures(ctx: Context, copiesMax: number): Promise<number> {
	const { db, now } = ctx;
	const ago = (days: number) => new Date(now().getTime() - days * dayMilliseconds);
	const { at, carrierPath } = erasedItems;
	const isOver = or(and(lt(at, ago(rememberedDays)), isNull(carrierPath)), lt(at, ago(triedDays)));
	const [, copies] = await db.batch([db.delete(erasedItems).where(isOver), selectCopies(ctx, copiesMax)]);
	return deleteCopies(ctx, copies);
}

/** Deletes files before their texts. Returns the number of deleted copies. */
export async function deleteErasedCopies(ctx: Context, copiesMax: number): Promise<number> {
	return deleteCopies(ctx, await selectCopies(ctx, copiesMax));
}

function selectCopies({ db }: Context, copiesMax: number) {
	return db
		.select({ id: erasedItems.id, path: erasedItems.carrierPath })
		.from(erasedItems)
		.where(isNotNull(erasedItems.carrierPath))
		.orderBy(desc(erasedItems.carrierPath))
		.limit(copiesMax);
}

async function deleteCopies(
	{ db, carrier }: Context,
	rows: readonly { id: string; path: string | null }[],
): Promise<number> {
	const gone: string[] = [];
	for (let start = 0; start < rows.length; start += atOnce) {
		const part = rows.slice(start, start + atOnce);
		const results = await Promise.all(part.map(({ path }) => deleteRecord(carrier, path ?? "")));
		gone.push(...part.flatMap(({ id }, index) => (results[index]?.ok ? id : [])));
		const trouble = results.find((result) => !result.ok && result.problem.kind !== "refused");
		if (trouble && !trouble.ok) {
			log.warn("erased_copies_not_deleted", { problem: trouble.problem.kind });
			break;
		}
	}
	if (gone.length > 0) {
		await db
			.update(erasedItems)
			.set({ carrierPath: null })
			.where(inArray(erasedItems.id, sql`(SELECT value FROM json_each(${JSON.stringify(gone)}))`));
	}
	return gone.length;
}
