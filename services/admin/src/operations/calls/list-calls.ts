import type { CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Page } from "@cloudpbx/contracts/api/page";
import {
	type CallEnding,
	callOutcomes,
	missedOutcomes,
	type ReceptionistResult,
} from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import { findPage } from "@cloudpbx/db/find-page";
import { calls } from "@cloudpbx/db/schema/voice";
import { type CallRow, contactOfCall, showCall } from "@cloudpbx/db/show-call";
import { and, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { CallerContext } from "../../context.ts";
import type { Cursor } from "../../domain/lists/cursor.ts";
import { selectContactName } from "../contacts/contact-names.ts";
import { before, type PageRequest, toPage } from "../lists/page.ts";
import { type IndexedFilter, scanCalls } from "./scan-calls.ts";

export interface CallFilter {
	ext?: string | undefined;
	outcome?: readonly (CallEnding | "missed")[] | undefined;
	state?: "open" | "ended" | undefined;
	direction?: "inbound" | "outbound" | undefined;
	/** E.164 of either end. */
	number?: string | undefined;
	/** Result of the AI receptionist; `any`: it took the call. */
	receptionist?: ReceptionistResult | "any" | undefined;
	/** Danger that the caller spoke of; `any`: any kind. */
	danger?: Danger | "any" | undefined;
	from?: Date | undefined;
	/** Exclusive. */
	to?: Date | undefined;
	/** Parts of the period; a call must begin in one of them. */
	spans?: readonly { from: Date; to: Date }[] | undefined;
}

/** Newest first. Several filters scan the most selective one, so a page may be short. */
export async function listCalls(
	ctx: CallerContext,
	filter: CallFilter,
	{ limit, cursor }: PageRequest,
): Promise<Page<CallSummary>> {
	const { db } = ctx;
	const { from, to } = filter;
	const period = and(from === undefined ? undefined : gte(calls.startedAt, from), endOf(to, cursor));
	const indexed = chooseIndex(filter);
	const found = await findPage(db, {
		table: calls,
		scan: (rowsMax) => scanCalls(db, indexed, period, rowsMax),
		order: sql`started_at DESC, id DESC`,
		matches: matchRest(filter, indexed),
		limit,
		lookedUp: { contactName: selectContactName(contactOfCall, ctx.principal) },
	});
	const rows = found.rows.map((each) => ({ row: each }));
	return toPage(
		{ rows, last: found.last && { row: found.last } },
		({ row }) => cursorOf(row),
		({ row, contactName }) => showCall(row, contactName),
	);
}

function chooseIndex({ state, number, ext, outcome, danger }: CallFilter): IndexedFilter {
	if (danger !== undefined) return { isInDanger: true };
	if (state === "open") return { isOpen: true };
	if (number !== undefined) return { number };
	if (ext !== undefined) return { ext };
	const outcomes = outcome && readOutcomes(outcome);
	// Nearly every call matches, so no index is needed.
	if (!outcomes || outcomes.length >= callOutcomes.length) return {};
	const cameIn = outcomes.filter((one) => !outcome.includes(one));
	return { outcomes, cameIn };
}

function readOutcomes(named: readonly (CallEnding | "missed")[]): CallEnding[] {
	const meant = new Set(named.flatMap((outcome) => (outcome === "missed" ? missedOutcomes : outcome)));
	return [...meant];
}

function matchRest(filter: CallFilter, indexed: IndexedFilter): SQL | undefined {
	const { state, number, ext, outcome, direction, receptionist, danger, spans } = filter;
	return and(
		danger === undefined || danger === "any" ? undefined : eq(calls.danger, danger),
		state === "ended" ? isNotNull(calls.endedAt) : undefined,
		state === "open" && !indexed.isOpen ? isNull(calls.endedAt) : undefined,
		number === undefined || indexed.number !== undefined
			? undefined
			: or(eq(calls.fromNumber, number), eq(calls.toNumber, number)),
		ext === undefined || indexed.ext !== undefined ? undefined : eq(calls.extension, ext),
		outcome === undefined || indexed.outcomes ? undefined : inArray(calls.outcome, readOutcomes(outcome)),
		direction === undefined ? undefined : eq(calls.direction, direction),
		outcome?.includes("missed") && !indexed.cameIn ? matchMissed(outcome) : undefined,
		matchReceptionist(receptionist),
		spans === undefined ? undefined : matchSpans(spans),
	);
}

/** `missed` means inbound calls only. */
function matchMissed(named: readonly (CallEnding | "missed")[]): SQL | undefined {
	const others = named.filter((outcome) => outcome !== "missed");
	const cameIn = eq(calls.direction, "inbound");
	return others.length === 0 ? cameIn : or(cameIn, inArray(calls.outcome, others));
}

function matchReceptionist(result: CallFilter["receptionist"]): SQL | undefined {
	if (result === undefined) return undefined;
	return result === "any" ? isNotNull(calls.receptionistResult) : eq(calls.receptionistResult, result);
}

function matchSpans(spans: readonly { from: Date; to: Date }[]): SQL | undefined {
	if (spans.length === 0) return sql`0`;
	return or(...spans.map(({ from, to }) => and(gte(calls.startedAt, from), lt(calls.startedAt, to))));
}

/** Only the nearer upper bound: with two, SQLite may read all previous pages again. */
function endOf(to: Date | undefined, cursor: Cursor | null): SQL | undefined {
	if (to === undefined || (cursor && Number(cursor.key) < to.getTime())) {
		return before(calls.startedAt, calls.id, cursor);
	}
	return lt(calls.startedAt, to);
}

function cursorOf(row: CallRow): Cursor {
	return { key: row.startedAt.getTime(), id: row.id };
}
