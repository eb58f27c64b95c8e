import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import type { ReceptionistPlace } from "../domain/call/call-paths.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { findExtensionOrRetired } from "../domain/office/office.ts";
import {
	afterReceptionistRinging,
	afterUnansweredChoice,
} from "../domain/receptionist/after-receptionist-ringing.ts";
import { endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { tryToStorePlan } from "../history/store-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import type { RungKeys } from "../ringing/finish-ringing.ts";
import { selectPickUps } from "../ringing/store-pick-up.ts";
import { selectLastWords, spokenSoFar } from "./spoken-so-far.ts";

type PlacedRing = RungKeys & { place: ReceptionistPlace };

type Ended = { kind: "ringing"; result: RingResult } | { kind: "choice"; digits: string };

/** Two round trips: read, write; the end of a conversation needs nothing read. */
export async function returnToReceptionist(
	ctx: Context,
	call: CallWebhook,
	rung: PlacedRing,
	ended: Ended,
): Promise<CallPlan> {
	const at = ctx.now();
	const over = ended.kind === "ringing" ? endOfRinging(rung.ext, ended.result, rung.place) : null;
	const plan = over ?? (await lookUpNext(ctx, { call, at }, rung, ended));
	await tryToStorePlan(ctx, call, plan, at);
	return plan;
}

async function lookUpNext(
	ctx: Context,
	{ call, at }: { call: CallWebhook; at: Date },
	{ ext, member, place }: PlacedRing,
	ended: Ended,
): Promise<CallPlan> {
	const { db } = ctx;
	const [officeRows, turns, pickUps] = await db.batch([
		selectOffice(db),
		selectLastWords(db, call.callId),
		selectPickUps(db, call.callId, ext),
	]);
	const office = readOffice(ctx, officeRows, at);
	const context = { ...office, place: { ...place, ...spokenSoFar(turns) } };
	const extension = findExtensionOrRetired(office, ext);
	if (ended.kind === "choice") return afterUnansweredChoice(ended.digits, extension, context);
	const result = { ...ended.result, isPickedUp: pickUps.length > 0 };
	return afterReceptionistRinging({ extension, member }, result, call, context);
}
