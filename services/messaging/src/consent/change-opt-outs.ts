import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import type {
	AddOptOut,
	ImportedOptOuts,
	ImportOptOuts,
	OptOut,
	RemoveOptOut,
} from "@cloudpbx/contracts/texts/opt-outs";
import type { ConsentSource } from "@cloudpbx/contracts/words/consent-sources";
import { selectRow, selectRows } from "@cloudpbx/db/json-rows";
import { closedPairs, consentEvents, optOuts } from "@cloudpbx/db/schema/consent";
import { splitRows } from "@cloudpbx/db/split-rows";
import { cleanNumber } from "@cloudpbx/domain/numbering/clean-number";
import { isE164 } from "@cloudpbx/domain/phone-number";
import { writeOutUnseen } from "@cloudpbx/domain/write-out-unseen";
import { eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { readAddress } from "../texts/read-address.ts";
import { recallErasedOptOut } from "./erased-opt-out.ts";
import { toOptOut } from "./opt-outs.ts";

/** A number that is already opted out keeps its first reason. */
export async function addOptOut(
	ctx: Context,
	{ number: typed, reason }: AddOptOut,
	actor: Actor,
): Promise<Result<OptOut>> {
	const number = readAddress(typed);
	if (!isE164(number))
		return refuse("bad_input", `number: ${writeOutUnseen(typed)} is not a telephone number.`);
	await optOut(ctx, [{ number, reason }], "person", actor);
	const [row] = await ctx.db.select().from(optOuts).where(eq(optOuts.number, number));
	return row ? accept(toOptOut(row)) : refuse("conflict", "The number has opted in again just now.");
}

/** Two statements per 500 numbers. An interrupted import can be repeated. */
export async function importOptOuts(
	ctx: Context,
	rows: z.output<typeof ImportOptOuts>,
	actor: Actor,
): Promise<Result<ImportedOptOuts>> {
	const read = rows.map(({ number, reason }) => ({ number: readAddress(number), reason }));
	const invalid = read.flatMap(({ number }, row) =>
		isE164(number) ? [] : [{ row, reason: explainFault(rows[row]?.number ?? "") }],
	);
	const valid = [
		...new Map(read.filter(({ number }) => isE164(number)).map((row) => [row.number, row])).values(),
	];
	const added = await optOut(ctx, valid, "import", actor);
	return accept({ added, unchanged: valid.length - added, invalid });
}

/** If the carrier still blocks the number, its next refusal opts the number out again. */
export async function removeOptOut(
	ctx: Context,
	{ number: typed, reason, actor }: RemoveOptOut,
): Promise<Result<null>> {
	const { db, now, announce } = ctx;
	if (actor.role === "agent" || (actor.kind === "user" && actor.role === null)) {
		return refuse("forbidden", "Only an owner or admin may lift an opt-out.");
	}
	const number = readAddress(typed);
	if (isE164(number)) await recallErasedOptOut(ctx, number);
	const isOut = sql`EXISTS (SELECT 1 FROM opt_outs WHERE number = ${number})`;
	const key = `${crypto.randomUUID()}:${number}`;
	const [, removed] = await db.batch([
		db.insert(consentEvents).select(
			selectRow(
				consentEvents,
				{
					key,
					number,
					kind: "opt_in",
					source: "person",
					reason,
					actorId: actor.id,
					actorName: actor.name,
					at: now(),
				},
				sql`WHERE ${isOut}`,
			),
		),
		db.delete(optOuts).where(eq(optOuts.number, number)).returning({ number: optOuts.number }),
		// If the carrier still blocks a pair, the next text finds that out.
		db.delete(closedPairs).where(eq(closedPairs.contactNumber, number)),
	]);
	if (removed.length === 0) return refuse("not_found", `${writeOutUnseen(typed)} is not opted out.`);
	announce([{ kind: "consent", numbers: [number] }]);
	return accept(null);
}

function explainFault(typed: string): string {
	const clean = cleanNumber(typed);
	return `“${writeOutUnseen(typed)}”: ${clean.ok ? "This is not a telephone number." : clean.reason}`;
}

/** One transaction per part. The ledger gets only real changes. Returns the number of added opt-outs. */
async function optOut(
	{ db, now, announce }: Context,
	rows: readonly { number: string; reason: string }[],
	source: ConsentSource,
	actor: Actor,
): Promise<number> {
	const at = now();
	const action = crypto.randomUUID();
	const entries = rows.map(({ number, reason }) => ({
		key: `${action}:${number}`,
		number,
		kind: "opt_out" as const,
		source,
		reason,
		actorId: actor.id,
		actorName: actor.name,
		at,
	}));
	const isIn = sql`NOT EXISTS (SELECT 1 FROM opt_outs WHERE number = r.value ->> '$.number')`;
	const changed: string[] = [];
	for (const part of splitRows(entries, partMax)) {
		const [, added] = await db.batch([
			db.insert(consentEvents).select(selectRows(consentEvents, part, isIn)),
			db
				.insert(optOuts)
				.select(selectRows(optOuts, part))
				.onConflictDoNothing()
				.returning({ number: optOuts.number }),
		]);
		changed.push(...added.map(({ number }) => number));
	}
	if (changed.length > 0) announce([{ kind: "consent", numbers: changed }]);
	return changed.length;
}

/** Limits of one statement with one JSON parameter. The size leaves room for the other columns. */
const partMax = { rowsMax: 500, bytesMax: 1_500_000 };
