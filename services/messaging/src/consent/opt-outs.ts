import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { ConsentEvent, ListOptOuts, OptOut } from "@cloudpbx/contracts/texts/opt-outs";
import { findErasedOptOuts, loadErasureSalt } from "@cloudpbx/db/erased-opt-outs";
import { consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { writeOutUnseen } from "@cloudpbx/domain/write-out-unseen";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { isAddress, readAddress } from "../texts/read-address.ts";
import { findErasedOptOut } from "./erased-opt-out.ts";

const erasedWords = "Opted out before the contact was erased. Only a hash of the number is kept.";

export async function listOptOuts(
	ctx: Context,
	{ number: typed, limit, cursor }: z.output<typeof ListOptOuts>,
): Promise<Result<Page<OptOut>>> {
	const { db } = ctx;
	const number = typed === undefined ? undefined : readAddress(typed);
	if (number !== undefined && !isAddress(number)) {
		return refuse("bad_input", `number: ${writeOutUnseen(typed ?? "")} is not a telephone number.`);
	}
	const after = cursor === undefined ? null : decodeCursor(cursor, "number", "string");
	if (cursor !== undefined && after === null)
		return refuse("bad_input", "cursor: This is no cursor of this list.");
	const rows = await db
		.select()
		.from(optOuts)
		.where(
			and(
				number === undefined ? undefined : eq(optOuts.number, number),
				after ? sql`(${optOuts.at}, ${optOuts.number}) < (${after[0]}, ${after[1]})` : undefined,
			),
		)
		.orderBy(desc(optOuts.at), desc(optOuts.number))
		.limit(limit + 1);
	const erased = number === undefined || rows.length > 0 ? null : await findErasedOptOut(ctx, number);
	if (erased !== null && number !== undefined) {
		const { source, at } = erased;
		const known = { number, source, at, words: null, reason: erasedWords, messageId: null, actorName: null };
		return accept({ items: [toOptOut(known)], nextCursor: null });
	}
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	const hasMore = rows.length > limit && last !== undefined;
	return accept({
		items: page.map(toOptOut),
		nextCursor: hasMore ? encodeCursor([last.at.getTime(), last.number]) : null,
	});
}

export function toOptOut(row: typeof optOuts.$inferSelect): OptOut {
	const { number, source, words, reason, actorName, at } = row;
	return { number, source, words, reason, addedBy: actorName, at: at.toISOString() };
}

export async function listOptedOut({ db }: Context, numbers: readonly string[]): Promise<string[]> {
	const rows = await db
		.select({ number: optOuts.number })
		.from(optOuts)
		.where(sql`${optOuts.number} IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`);
	const out = new Set(rows.map(({ number }) => number));
	const erased = await findErasedOptOuts(db, await loadErasureSalt(db), numbers);
	return numbers.filter((number) => out.has(number) || erased.has(number));
}

export async function listConsentEvents({ db }: Context, number: string): Promise<ConsentEvent[]> {
	const rows = await db
		.select()
		.from(consentEvents)
		.where(eq(consentEvents.number, readAddress(number)))
		.orderBy(asc(consentEvents.id));
	return rows.map(toConsentEvent);
}

export function toConsentEvent(row: typeof consentEvents.$inferSelect): ConsentEvent {
	const { number, kind, source, words, reason, messageId, actorName, at } = row;
	return { number, kind, source, words, reason, messageId, by: actorName, at: at.toISOString() };
}
