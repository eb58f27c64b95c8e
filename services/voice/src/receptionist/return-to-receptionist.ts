import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { ReceptionistPlace } from "../domain/call/call-paths.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import { findExtension } from "../domain/office/office.ts";
import {
	afterReceptionistRinging,
	afterUnansweredChoice,
	type ReceptionContext,
	shortenWish,
} from "../domain/receptionist/receptionist.ts";
import { endOfRinging, type RingResult } from "../domain/ringing/after-ringing.ts";
import { rememberPlan } from "../history/store-call.ts";
import { type InstalledSettings, readOffice, selectOffice } from "../office/load-office.ts";
import { type RungKeys, retired } from "../ringing/finish-ringing.ts";
import { selectPickUps } from "../ringing/remember-pick-up.ts";
import { languageOf, selectLastWords } from "./language-of-call.ts";

/** What ended: the ringing, or the caller's choice of what to do about it. */
type Ended = { kind: "ringing"; result: RingResult } | { kind: "choice"; digits: string };

/**
 * An extension that the receptionist had rung stopped ringing, or the caller chose what to do about it. Two round trips:
 * read, write; the end of a conversation needs nothing read.
 */
export async function returnToReceptionist(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	rung: RungKeys,
	place: ReceptionistPlace,
	ended: Ended,
	now: Date,
): Promise<CallPlan> {
	const over = ended.kind === "ringing" ? endOfRinging(rung.ext, ended.result, place) : null;
	const plan = over ?? (await lookUpNext(db, installed, call, rung, place, ended, now));
	await rememberPlan(db, call, plan, now);
	return plan;
}

async function lookUpNext(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	{ ext, member }: RungKeys,
	place: ReceptionistPlace,
	ended: Ended,
	now: Date,
): Promise<CallPlan> {
	const [officeRows, turns, pickUps] = await db.batch([
		selectOffice(db),
		selectLastWords(db, call.callId),
		selectPickUps(db, call.callId, ext),
	]);
	const office = readOffice(officeRows, installed, now);
	const wish = shortenWish(turns[0]?.words ?? "");
	const context: ReceptionContext = {
		...office,
		place: { ...place, ...languageOf(turns), ...(wish && { wish }) },
	};
	const extension = findExtension(office, ext) ?? retired(ext);
	if (ended.kind === "choice") return afterUnansweredChoice(ended.digits, extension, context);
	const result = { ...ended.result, isPickedUp: pickUps.length > 0 };
	return afterReceptionistRinging({ extension, member }, result, call, context);
}
