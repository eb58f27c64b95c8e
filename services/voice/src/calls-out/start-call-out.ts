import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import type { Person } from "@cloudpbx/contracts/calls/voice-input";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Settings } from "@cloudpbx/contracts/office/settings";
import { selectRow, selectRows } from "@cloudpbx/db/json-rows";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { showCallOut } from "@cloudpbx/db/show-call-out";
import { hourMilliseconds } from "@cloudpbx/domain/time-units";
import { and, eq, isNull, sql } from "drizzle-orm";
import { selectContact } from "../contacts/select-contact.ts";
import type { Context } from "../context.ts";
import { type CallOutPlan, decideCallOut, labelCallee } from "../domain/calls-out/call-out.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import { storeEventsIf } from "./store-events-if.ts";

/** A rolling window: the turn of an hour does not let twice as many through. */
const windowMilliseconds = hourMilliseconds;

/** `legs` are the telephones to ring now: none when the carrier was asked before. */
export interface StartedCallOut {
	progress: CallOutProgress;
	legs: { position: number; phone: string }[];
	plan: { callerId: string; ringSeconds: number; label: string };
}

/** Two round trips. One transaction counts, stores and claims the legs, so that simultaneous requests pass no limit together. */
export async function startCallOut(
	ctx: Context,
	wish: CallOut,
	person: Person,
): Promise<Result<StartedCallOut>> {
	const { db } = ctx;
	const now = ctx.now();
	const [officeRows, [contact], [known], knownLegs] = await db.batch([
		selectOffice(db),
		selectContact(db, wish.to),
		db.select().from(calls).where(eq(calls.id, wish.id)),
		db.select().from(callLegs).where(eq(callLegs.callId, wish.id)),
	]);
	const office = readOffice(ctx, officeRows, now);
	const nothingToRing = { legs: [], plan: { callerId: "", ringSeconds: 0, label: "" } };
	if (known) return sameCall(known, wish, { progress: showCallOut(known, knownLegs), ...nothingToRing });
	const decided = decideCallOut(wish, office);
	if (!decided.ok) return decided;
	const plan = decided.value;
	const stored = await store(db, wish, plan, { settings: office.settings, person, at: now });
	if (!stored.row) return refuse("limit_exceeded", explainBrake(stored.atOnce, office.settings));
	return sameCall(stored.row, wish, {
		progress: showCallOut(stored.row, stored.legs),
		legs: stored.claimed,
		plan: {
			callerId: plan.callerId,
			ringSeconds: plan.ringSeconds,
			label: labelCallee(wish.to, contact),
		},
	});
}

type CallRow = typeof calls.$inferSelect;

/** An id names one call for good. */
function sameCall(row: CallRow, { to, as }: CallOut, started: StartedCallOut): Result<StartedCallOut> {
	if (row.toNumber === to && row.extension === as) return accept(started);
	return refuse("conflict", "A call with this id was placed to another number or by another person.");
}

const openCalls = sql`(SELECT count(*) FROM calls INDEXED BY calls_open WHERE ended_at IS NULL AND direction = 'outbound')`;

async function store(
	db: Context["db"],
	wish: CallOut,
	{ extension, phones, callerId }: CallOutPlan,
	{ settings, person, at }: { settings: Settings; person: Person; at: Date },
) {
	const callId = wish.id;
	const since = at.getTime() - windowMilliseconds;
	const latestCalls = sql`(SELECT count(*) FROM calls INDEXED BY calls_out WHERE direction = 'outbound' AND started_at > ${since})`;
	const isStored = sql`EXISTS (SELECT 1 FROM calls WHERE id = ${callId})`;
	const row = {
		id: callId,
		carrierId: "",
		direction: "outbound" as const,
		fromNumber: callerId,
		toNumber: wish.to,
		extension: extension.ext,
		status: "ringing" as const,
		startedAt: at,
	};
	const isBelow = sql`WHERE ${openCalls} < ${settings.callsOutAtOnce} AND ${latestCalls} < ${settings.callsOutPerHour}`;
	const legs = phones.map((phone, position) => ({ callId, position, phone }));
	const placed = {
		step: "placed",
		kind: "call_placed" as const,
		detail: { extension: extension.ext, phones: phones.length, by: person.name },
	};
	const [, , , claimed, [stored], storedLegs, [open]] = await db.batch([
		db
			.insert(calls)
			.select(selectRow(calls, row, isBelow))
			.onConflictDoNothing(),
		db
			.insert(callLegs)
			.select(selectRows(callLegs, legs, isStored))
			.onConflictDoNothing(),
		storeEventsIf(db, { callId, at }, [placed], isStored),
		db
			.update(callLegs)
			.set({ askedAt: at })
			.where(and(eq(callLegs.callId, callId), isNull(callLegs.askedAt)))
			.returning({ position: callLegs.position, phone: callLegs.phone }),
		db.select().from(calls).where(eq(calls.id, callId)),
		db.select().from(callLegs).where(eq(callLegs.callId, callId)),
		db.select({ count: sql<number>`${openCalls}` }).from(sql`(SELECT 1)`),
	]);
	return { row: stored, claimed, legs: storedLegs, atOnce: open?.count ?? 0 };
}

function explainBrake(atOnce: number, { callsOutAtOnce, callsOutPerHour }: Settings): string {
	const raise = "An owner can raise the ceiling in the settings.";
	if (atOnce >= callsOutAtOnce) {
		return `The ceiling of ${callsOutAtOnce} calls out at once is reached. Call when one has ended. ${raise}`;
	}
	return `The ceiling of ${callsOutPerHour} calls out an hour is reached. ${raise}`;
}
