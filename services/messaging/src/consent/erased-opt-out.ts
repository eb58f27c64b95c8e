import { erasureSalt, hashNumber, loadErasureSalt } from "@cloudpbx/db/erased-opt-outs";
import { selectRow } from "@cloudpbx/db/json-rows";
import { erasedOptOuts, erasureSalts } from "@cloudpbx/db/schema/erasure";
import { optOuts } from "@cloudpbx/db/schema/messaging";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/**
 * Statements that leave of an opt-out no more than the hash of its number, for the batch that erases the person. None for a number that
 * is not opted out.
 */
export async function hashOptOut(ctx: Context, number: string) {
	const { db } = ctx;
	const [row] = await db.select().from(optOuts).where(eq(optOuts.number, number));
	if (!row) return [];
	const hash = await hashNumber(await makeSalt(ctx), number);
	return [
		db.insert(erasedOptOuts).values({ hash, source: row.source, at: row.at }).onConflictDoNothing(),
		db.delete(optOuts).where(eq(optOuts.number, number)),
	];
}

/** Of two erasures at the same moment both get the salt that was stored. */
async function makeSalt({ db }: Context): Promise<string> {
	const [, [stored]] = await db.batch([
		db.insert(erasureSalts).values({ id: 1, salt: sql`lower(hex(randomblob(32)))` }).onConflictDoNothing(),
		db.select({ salt: erasureSalt }).from(sql`(SELECT 1)`),
	]);
	if (!stored?.salt) throw new Error("the salt of erased opt-outs was not stored");
	return stored.salt;
}

/**
 * An opt-out that is kept by its hash is one by its number again: the person writes to us, or somebody is about to lift it. One round
 * trip where no opt-out is kept so.
 */
export async function recallErasedOptOut({ db }: Context, number: string): Promise<void> {
	const salt = await loadErasureSalt(db);
	if (salt === null) return;
	const hash = await hashNumber(salt, number);
	const kept = { number, source: sql`source`, at: sql`at` };
	await db.batch([
		db
			.insert(optOuts)
			.select(selectRow(optOuts, kept, sql`FROM ${erasedOptOuts} WHERE hash = ${hash}`))
			.onConflictDoNothing(),
		db.delete(erasedOptOuts).where(eq(erasedOptOuts.hash, hash)),
	]);
}

/** START came from the number. */
export async function liftErasedOptOut({ db }: Context, salt: string, number: string): Promise<void> {
	await db.delete(erasedOptOuts).where(eq(erasedOptOuts.hash, await hashNumber(salt, number)));
}

/** The opt-out of a number that is kept by its hash alone; null: there is none. */
export async function findErasedOptOut({ db }: Context, number: string) {
	const salt = await loadErasureSalt(db);
	if (salt === null) return null;
	const hash = await hashNumber(salt, number);
	const [row] = await db.select().from(erasedOptOuts).where(eq(erasedOptOuts.hash, hash));
	return row ?? null;
}
