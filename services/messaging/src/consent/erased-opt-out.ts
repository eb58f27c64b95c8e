import { erasureSalt, hashNumber, loadErasureSalt } from "@cloudpbx/db/erased-opt-outs";
import { selectRow } from "@cloudpbx/db/json-rows";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { erasedOptOuts, erasureSalts } from "@cloudpbx/db/schema/erasure";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** Statements that replace an opt-out by the hash of its number, for the batch that erases the person. */
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

/** Replaces a hashed opt-out by one with its number. One round trip if there are no hashed opt-outs. */
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

/** Called for a START from the number. */
export async function liftErasedOptOut({ db }: Context, salt: string, number: string): Promise<void> {
	await db.delete(erasedOptOuts).where(eq(erasedOptOuts.hash, await hashNumber(salt, number)));
}

export async function findErasedOptOut({ db }: Context, number: string) {
	const salt = await loadErasureSalt(db);
	if (salt === null) return null;
	const hash = await hashNumber(salt, number);
	const [row] = await db.select().from(erasedOptOuts).where(eq(erasedOptOuts.hash, hash));
	return row ?? null;
}

/** Two erasures at the same moment both get the stored salt. */
async function makeSalt({ db }: Context): Promise<string> {
	const [, [stored]] = await db.batch([
		db.insert(erasureSalts).values({ id: 1, salt: sql`lower(hex(randomblob(32)))` }).onConflictDoNothing(),
		db.select({ salt: erasureSalt }).from(sql`(SELECT 1)`),
	]);
	if (!stored?.salt) throw new Error("the salt of erased opt-outs was not stored");
	return stored.salt;
}
