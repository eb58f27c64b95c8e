import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { asc, eq, type SQL } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { after, cutPage, type PageRequest } from "../lists/page.ts";

/** All rented numbers in numerical order. */
export async function listNumbers(ctx: Context, { limit, cursor }: PageRequest): Promise<Page<PhoneNumber>> {
	const rows = await selectNumbers(ctx.db, after(phoneNumbers.number, phoneNumbers.id, cursor))
		.orderBy(asc(phoneNumbers.number), asc(phoneNumbers.id))
		.limit(limit + 1);
	return cutPage(rows, limit, ({ row: { number, id } }) => ({ key: number, id }), toNumber);
}

export async function findNumber(ctx: Context, id: string): Promise<Result<PhoneNumber>> {
	const [row] = await selectNumbers(ctx.db, eq(phoneNumbers.id, id));
	return row ? accept(toNumber(row)) : refuse("not_found", "There is no such number.");
}

function selectNumbers(db: Db, condition: SQL | undefined) {
	return db
		.select({ row: phoneNumbers, ext: extensions.ext })
		.from(phoneNumbers)
		.leftJoin(extensions, eq(extensions.id, phoneNumbers.extensionId))
		.where(condition);
}

function toNumber({ row, ext }: { row: typeof phoneNumbers.$inferSelect; ext: string | null }): PhoneNumber {
	return {
		id: row.id,
		number: row.number,
		kind: row.kind,
		extensionId: row.extensionId,
		extension: ext,
		releaseAt: row.releaseAt?.toISOString() ?? null,
		label: row.label,
		version: row.version,
		createdAt: row.createdAt.toISOString(),
	};
}
