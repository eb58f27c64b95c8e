import { eq, sql } from "drizzle-orm";
import { isOneOf } from "./is-one-of.ts";
import type { Db } from "./open-db.ts";
import { erasedOptOuts, erasureSalts } from "./schema/erasure.ts";

const encoder = new TextEncoder();

/** As an expression for other statements; null while no opt-out is kept as a hash. */
export const erasureSalt = sql<string | null>`(SELECT salt FROM erasure_salts)`;

/** Null while no opt-out is kept as a hash. */
export async function loadErasureSalt(db: Db): Promise<string | null> {
	const [row] = await db.select().from(erasureSalts).where(eq(erasureSalts.id, 1));
	return row?.salt ?? null;
}

/** HMAC-SHA-256 of an E.164 number, hexadecimal. */
export async function hashNumber(salt: string, number: string): Promise<string> {
	const [hash = ""] = await hashNumbers(salt, [number]);
	return hash;
}

/** Returns the numbers whose opt-out is kept as a hash. One statement; none without a salt. */
export async function findErasedOptOuts(
	db: Db,
	salt: string | null,
	numbers: readonly string[],
): Promise<Set<string>> {
	if (salt === null || numbers.length === 0) return new Set();
	const hashes = await hashNumbers(salt, numbers);
	const rows = await db
		.select({ hash: erasedOptOuts.hash })
		.from(erasedOptOuts)
		.where(isOneOf(erasedOptOuts.hash, hashes));
	const found = new Set(rows.map(({ hash }) => hash));
	return new Set(numbers.filter((_, index) => found.has(hashes[index] ?? "")));
}

async function hashNumbers(salt: string, numbers: readonly string[]): Promise<string[]> {
	const algorithm = { name: "HMAC", hash: "SHA-256" };
	const key = await crypto.subtle.importKey("raw", encoder.encode(salt), algorithm, false, ["sign"]);
	const signatures = await Promise.all(
		numbers.map((number) => crypto.subtle.sign("HMAC", key, encoder.encode(number))),
	);
	return signatures.map((bytes) =>
		Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join(""),
	);
}
