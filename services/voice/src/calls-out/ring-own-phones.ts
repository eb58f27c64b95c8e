import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { log } from "@cloudpbx/kit/log";
import { endCall, findPlacedCalls, placeCall } from "@cloudpbx/twilio/rest/place-call";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { callPaths } from "../domain/call/call-paths.ts";
import { closeUnlessRinging } from "./close-call-out.ts";
import type { StartedCallOut } from "./start-call-out.ts";

type Leg = StartedCallOut["legs"][number];
type Rung = { position: number; carrierId: string } | { position: number; isLost: boolean };

/** The carrier's clock shows whole seconds. */
const skewMilliseconds = 2000;

/** Asks the carrier once a telephone. A leg whose answer is lost, and not found there, stays open for callbacks and the sweep. */
export async function ringOwnPhones(
	ctx: Context,
	{ progress, legs, plan }: StartedCallOut,
): Promise<typeof calls.$inferSelect | null> {
	const callId = progress.id;
	const rung = await Promise.all(legs.map((leg) => ringPhone(ctx, { callId, ...plan, ...leg })));
	const row = await storeRung(ctx, callId, rung);
	await Promise.all(
		rung.map(async (leg) => {
			if ("carrierId" in leg && isNotWanted(row, leg.carrierId)) await endCall(ctx.carrier, leg.carrierId);
		}),
	);
	return row;
}

/** The call was ended or taken elsewhere while the carrier was asked. */
function isNotWanted(row: typeof calls.$inferSelect | null, carrierId: string): boolean {
	return row === null || row.endedAt !== null || (row.takenBy !== null && row.carrierId !== carrierId);
}

async function ringPhone(
	{ carrier, publicUrl, now }: Context,
	leg: Leg & StartedCallOut["plan"] & { callId: string },
): Promise<Rung> {
	const askedAt = now();
	const { position, phone, callerId } = leg;
	const placed = await placeCall(carrier, {
		from: callerId,
		to: phone,
		url: `${publicUrl}${callPaths.callOutScreen(leg, leg.label)}`,
		fallbackUrl: `${publicUrl}${callPaths.fallback}`,
		statusUrl: `${publicUrl}${callPaths.callOut(leg, "status")}`,
		ringSeconds: leg.ringSeconds,
	});
	if (placed.ok) return { position, carrierId: placed.value };
	const { kind, code } = placed.problem;
	log.warn("call_out_not_placed", { callId: leg.callId, position, kind, code });
	if (kind !== "unknown_outcome") return { position, isLost: true };
	const since = new Date(askedAt.getTime() - skewMilliseconds);
	const found = await findPlacedCalls(carrier, { from: callerId, to: phone, since });
	if (!found.ok) return { position, isLost: false };
	const [latest] = found.value.filter(({ status }) => status === "ringing" || status === "in_progress");
	return latest ? { position, carrierId: latest.carrierId } : { position, isLost: true };
}

async function storeRung({ db, now }: Context, callId: string, rung: readonly Rung[]) {
	const updates = rung.flatMap((leg) => {
		const isThis = and(
			eq(callLegs.callId, callId),
			eq(callLegs.position, leg.position),
			isNull(callLegs.status),
		);
		if ("carrierId" in leg) {
			const carrierId = sql`coalesce(${callLegs.carrierId}, ${leg.carrierId})`;
			return db.update(callLegs).set({ carrierId }).where(isThis);
		}
		return leg.isLost ? db.update(callLegs).set({ status: "failed" }).where(isThis) : [];
	});
	// The last statement reads what the others have made of the call.
	const answers = await db.batch([
		db.select({ id: calls.id }).from(calls).where(eq(calls.id, callId)),
		...updates,
		...closeUnlessRinging(db, callId, now()),
		db.select().from(calls).where(eq(calls.id, callId)),
	]);
	const [row] = answers.at(-1) as (typeof calls.$inferSelect)[];
	return row ?? null;
}
