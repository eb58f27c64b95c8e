import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { type Extension, findExtension } from "../domain/office/office.ts";
import { afterRinging, endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { rememberPlan } from "../history/store-call.ts";
import { type InstalledSettings, readOffice, selectOffice } from "../office/load-office.ts";
import { selectPickUps } from "./remember-pick-up.ts";

/** What rang, by its three keys: `member` of the group `ext` when others come next. */
export interface RungKeys {
	ext: string;
	member: string | null;
}

/**
 * An extension stopped ringing, for whatever reason. Two round trips: read, write. A conversation that is over, or a
 * caller who is gone, needs nothing read, so that no failure of the database speaks to them.
 */
export async function finishRinging(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	rung: RungKeys,
	result: RingResult,
	now: Date,
): Promise<CallPlan> {
	const plan = endOfRinging(rung.ext, result) ?? (await lookUpNext(db, installed, call, rung, result, now));
	await rememberPlan(db, call, plan, now);
	return plan;
}

async function lookUpNext(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	{ ext, member }: RungKeys,
	result: RingResult,
	now: Date,
): Promise<CallPlan> {
	const [officeRows, pickUps] = await db.batch([selectOffice(db), selectPickUps(db, call.callId, ext)]);
	const office = readOffice(officeRows, installed, now);
	const extension = findExtension(office, ext) ?? retired(ext);
	return afterRinging({ extension, member }, { ...result, isPickedUp: pickUps.length > 0 }, call, office);
}

/** Deactivated while it rang: the caller may still leave a message, which keeps the three keys it was meant for. */
export function retired(ext: string): Extension {
	return {
		id: "",
		ext,
		kind: "person",
		name: "The person you called",
		department: "",
		purpose: "",
		forwardTo: null,
		alsoRing: [],
		answerWith: "key",
		members: [],
		ringing: "together",
		ringSeconds: null,
		hours: null,
		greeting: null,
		greetingAudio: null,
	};
}
